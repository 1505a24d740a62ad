-- Shows what Ringside's peers say to one another: pings, data segments and acknowledgements over
-- UDP, questions and replies over TCP. The page protocol.md has the layout of every message.
--
--   wireshark -X lua_script:assets/wireshark/ringside.lua
--   tshark -i lo -X lua_script:assets/wireshark/ringside.lua -Y ringside -O ringside
--
-- Peer ID listens on base port + ID. Another base port than 50000 is set in the preferences of the
-- protocol, or with -o ringside.base_port:23000; that the ring has a key, there too, or with
-- -o ringside.has_key:TRUE. Nice filters: ringside.type == "lookup",
-- ringside.transferId == 1978218675, ringside.file == "2012.pdf".

local ringside = Proto("ringside", "Ringside DHT")

-- The circle has so many ids, and as many ports.
local PEERS = 256
-- Length of the binary header in bytes.
local HEADER_BYTES = 16
-- A frame begins with its length in so many bytes.
local LENGTH_BYTES = 4
-- A frame with its length has at most so many bytes.
local MAX_FRAME_BYTES = 65536
-- A ping or its reply has at most so many bytes.
local MAX_PING_BYTES = 1024
-- Lists in lists are the most that a message has.
local MAX_DEPTH = 4

-- On a ring with a key: the lengths in bytes of a tag, of a listener's challenge, and of what is
-- behind a datagram and behind a data segment.
local TAG_BYTES = 16
local CHALLENGE_BYTES = 16
local SEAL_BYTES = 24
local SEGMENT_SEAL_BYTES = 28

local BINARY_TYPES = { [1] = "segment", [2] = "acknowledgement", [3] = "selectiveAcknowledgement" }

ringside.prefs.base_port =
    Pref.uint("Base port", 50000, "Peer ID listens on this port + ID: the option --base-port")
ringside.prefs.has_key =
    Pref.bool("Ring has a key", false, "Messages have seals: the option --key, or several hosts")

-- As many bytes as are given on a ring with a key, and none on another.
local function if_keyed(bytes)
    return ringside.prefs.has_key and bytes or 0
end

-- Fields ---------------------------------------------------------------------------------------

-- What each field holds; a list has one value of it for each of its elements.
local KINDS = {
    type = "string", role = "string", purpose = "string", number = "string", file = "string",
    sha256 = "string", failure = "string", reason = "string", numbers = "string",
    from = "uint8", requester = "uint8", predecessor = "uint8",
    predecessors = "uint8", successors = "uint8", start = "uint8",
    version = "uint8", hop = "uint16", copy = "uint16", mss = "uint16", window = "uint16",
    beyond = "uint16", lookupId = "uint32", transferId = "uint32", holders = "uint32",
    room = "uint32", sequence = "uint64", acknowledgement = "uint64", bytes = "uint64",
    versionMs = "uint64", offset = "uint64",
    meant = "bool", held = "bool", last = "bool", copied = "bool",
    bitmap = "bytes", data = "bytes",
}

local TITLES = {
    type = "Message", from = "From peer", role = "Role of the target", number = "File number",
    sha256 = "SHA-256", lookupId = "Lookup id", transferId = "Transfer id",
    mss = "Maximum segment size", window = "Segments under way at once",
    sequence = "Sequence number", acknowledgement = "Acknowledgement number",
    bytes = "Size of the file in bytes", offset = "Bytes that are there already",
    room = "Bytes that may be under way", versionMs = "Version in ms since 1970",
    meant = "Meant for the receiver", copy = "Holders before", hop = "Hop",
    held = "The owner has it", copied = "All of it lies with the copies",
    last = "Nothing follows", holders = "Peers that hold it", numbers = "Lacking file number",
    bitmap = "Bitmap of what came beyond the gap",
    beyond = "Came, so many segments beyond the gap",
}

local fields = {}
for name, kind in pairs(KINDS) do
    local title = TITLES[name] or (name:sub(1, 1):upper() .. name:sub(2))
    fields[name] = ProtoField[kind]("ringside." .. name, title)
end

local seal_fields = {
    number = ProtoField.uint64("ringside.seal.number", "Sequence number of the datagram"),
    place = ProtoField.uint16("ringside.seal.place", "Place in the train"),
    train = ProtoField.uint16("ringside.seal.train", "Bytes of data in the train"),
    tag = ProtoField.bytes("ringside.seal.tag", "Tag"),
    challenge = ProtoField.bytes("ringside.seal.challenge", "Challenge"),
}

local all_fields = {}
for _, some in ipairs({ fields, seal_fields }) do
    for _, field in pairs(some) do all_fields[#all_fields + 1] = field end
end
ringside.fields = all_fields

local malformed =
    ProtoExpert.new("ringside.malformed", "Malformed message", expert.group.MALFORMED,
        expert.severity.ERROR)
ringside.experts = { malformed }

-- JSON -----------------------------------------------------------------------------------------

-- Every function below reads one value of the text from a place on, gives it to a visitor with the
-- place where it begins and the one behind it, and returns the place behind it, or nil.

local read_value

local ESCAPED = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t" }

local function utf8_of(code)
    if code < 0x80 then
        return string.char(code)
    elseif code < 0x800 then
        return string.char(0xC0 + math.floor(code / 0x40), 0x80 + code % 0x40)
    end
    return string.char(0xE0 + math.floor(code / 0x1000),
        0x80 + math.floor(code / 0x40) % 0x40, 0x80 + code % 0x40)
end

local function unescape(text)
    local plain = text:gsub("\\u(%x%x%x%x)", function(hex) return utf8_of(tonumber(hex, 16)) end)
    return (plain:gsub("\\(.)", function(c) return ESCAPED[c] or c end))
end

-- The place of the closing quote of a string that begins at a place.
local function end_of_string(text, place)
    local quote = place
    repeat
        quote = text:find('"', quote + 1, true)
        if not quote then return nil end
        local slashes = text:sub(place, quote - 1):match("\\*$")
    until #slashes % 2 == 0
    return quote
end

local function read_string(text, place, name, visit)
    local quote = end_of_string(text, place)
    if not quote then return nil end
    visit(name, unescape(text:sub(place + 1, quote - 1)), place, quote + 1)
    return quote + 1
end

local function read_object(text, place, visit, depth)
    place = place + 1
    if text:sub(place, place) == "}" then return place + 1 end
    while true do
        if text:sub(place, place) ~= '"' then return nil end
        local quote = end_of_string(text, place)
        if not quote or text:sub(quote + 1, quote + 1) ~= ":" then return nil end
        local name = text:sub(place + 1, quote - 1)
        place = read_value(text, quote + 2, name, visit, depth + 1)
        if not place then return nil end
        local mark = text:sub(place, place)
        place = place + 1
        if mark == "}" then return place end
        if mark ~= "," then return nil end
    end
end

local function read_list(text, place, name, visit, depth)
    place = place + 1
    if text:sub(place, place) == "]" then return place + 1 end
    while true do
        place = read_value(text, place, name, visit, depth + 1)
        if not place then return nil end
        local mark = text:sub(place, place)
        place = place + 1
        if mark == "]" then return place end
        if mark ~= "," then return nil end
    end
end

function read_value(text, place, name, visit, depth)
    if depth > MAX_DEPTH then return nil end
    local first = text:sub(place, place)
    if first == "{" then return read_object(text, place, visit, depth) end
    if first == "[" then return read_list(text, place, name, visit, depth) end
    if first == '"' then return read_string(text, place, name, visit) end
    local word = text:match("^%a+", place)
    if word == "true" or word == "false" then
        visit(name, word == "true", place, place + #word)
        return place + #word
    end
    local digits = text:match("^%d+", place)
    if digits then
        visit(name, tonumber(digits), place, place + #digits)
        return place + #digits
    end
    return nil
end

-- Showing --------------------------------------------------------------------------------------

local FITS = {
    string = "string", bool = "boolean", uint8 = "number", uint16 = "number", uint32 = "number",
    uint64 = "number",
}

local MOST = { uint8 = 2 ^ 8, uint16 = 2 ^ 16, uint32 = 2 ^ 32, uint64 = 2 ^ 63 }

local function add(tree, name, value, range)
    local kind = KINDS[name]
    if not kind or FITS[kind] ~= type(value) then return end
    if MOST[kind] and value >= MOST[kind] then return end
    if kind == "uint64" then
        value = UInt64.new(value % 2 ^ 32, math.floor(value / 2 ^ 32))
    end
    tree:add(fields[name], range, value)
end

-- Adds what the JSON in a range says, and returns the first value of each field, or nil where it is
-- no message.
local function show_json(range, tree)
    local text = range:raw()
    local said = {}
    local place = read_object(text, 1, function(name, value, from, to)
        if said[name] == nil then said[name] = value end
        add(tree, name, value, range(from - 1, to - from))
    end, 0)
    if place ~= #text + 1 or type(said.type) ~= "string" then
        tree:add_proto_expert_info(malformed)
        return nil
    end
    return said
end

local DETAILS = {
    "role", "sequence", "number", "file", "purpose", "hop", "requester", "transferId", "offset",
    "failure", "reason",
}

local function summary(said)
    local words = { said.type }
    for _, name in ipairs(DETAILS) do
        local value = said[name]
        if type(value) == "number" then value = string.format("%.0f", value) end
        if value ~= nil then words[#words + 1] = name .. "=" .. tostring(value) end
    end
    return table.concat(words, " ")
end

-- Shows the last bytes of a range: a tag alone behind a frame, with numbers behind a datagram.
local function show_seal(range, bytes, tree)
    if bytes == 0 then return end
    local seal = range(range:len() - bytes)
    local branch = tree:add(seal, "Seal")
    if bytes > TAG_BYTES then branch:add(seal_fields.number, seal(0, 8)) end
    if bytes == SEGMENT_SEAL_BYTES then
        branch:add(seal_fields.place, seal(8, 2))
        branch:add(seal_fields.train, seal(10, 2))
    end
    branch:add(seal_fields.tag, seal(bytes - TAG_BYTES))
end

local function show_control(range, seal_bytes, pinfo, root)
    local tree = root:add(ringside, range)
    local said = show_json(range(0, range:len() - seal_bytes), tree)
    show_seal(range, seal_bytes, tree)
    if not said then return end
    local line = summary(said)
    tree:append_text(": " .. line)
    pinfo.cols.info:append((tostring(pinfo.cols.info) == "" and "" or "; ") .. line)
end

-- The bits that are set, counted from 1: the segment so many segments after the gap has come.
local function show_bitmap(range, tree)
    tree:add(fields.bitmap, range)
    for i = 0, range:len() - 1 do
        local byte = range(i, 1):uint()
        for bit = 0, 7 do
            if math.floor(byte / 2 ^ bit) % 2 == 1 then
                tree:add(fields.beyond, range(i, 1), i * 8 + bit + 1)
            end
        end
    end
end

-- How many bytes of a seal are behind the message that begins at a place.
local function seal_of(buffer, from)
    local is_segment = BINARY_TYPES[buffer(from, 1):uint()] == "segment"
    return if_keyed(is_segment and SEGMENT_SEAL_BYTES or SEAL_BYTES)
end

local function show_binary(whole, root)
    local seal_bytes = seal_of(whole, 0)
    local buffer = whole(0, whole:len() - seal_bytes):tvb()
    local name = BINARY_TYPES[buffer(0, 1):uint()]
    local tree = root:add(ringside, whole())
    if not name then
        tree:add_proto_expert_info(malformed)
        return "malformed"
    end
    local rest = buffer:len() - HEADER_BYTES
    local number = buffer(8, 8)
    tree:add(fields.type, buffer(0, 1), name)
    tree:add(fields.version, buffer(1, 1))
    tree:add(fields.transferId, buffer(4, 4))
    local line = name .. " " .. tostring(number:uint64())
    if name == "segment" then
        tree:add(fields.mss, buffer(2, 2))
        tree:add(fields.sequence, number)
        if rest > 0 then tree:add(fields.data, buffer(HEADER_BYTES)) end
        line = line .. " (" .. rest .. " bytes)"
    else
        tree:add(fields.acknowledgement, number)
        if rest > 0 then show_bitmap(buffer(HEADER_BYTES), tree) end
    end
    show_seal(whole, seal_bytes, tree)
    line = line .. string.format(" of transfer %.0f", buffer(4, 4):uint())
    tree:append_text(": " .. line)
    return line
end

-- Whether there is room for a header and a seal from a place on.
local function is_binary(buffer, from)
    local left = buffer:len() - from
    return left >= HEADER_BYTES and left >= HEADER_BYTES + seal_of(buffer, from)
end

-- The segments of a wide window leave in one piece that the system cuts later; a capture on the
-- sending machine has the whole piece.
local function show_segments(buffer, pinfo, root)
    local from, count, first = 0, 0, nil
    while is_binary(buffer, from) do
        local left = buffer:len() - from
        local isSegment = BINARY_TYPES[buffer(from, 1):uint()] == "segment"
        local length = isSegment
            and HEADER_BYTES + buffer(from + 2, 2):uint() + seal_of(buffer, from)
            or left
        local line = show_binary(buffer(from, math.min(left, length)):tvb(), root)
        if not first then first = line end
        from = from + math.min(left, length)
        count = count + 1
    end
    pinfo.cols.info = count == 1 and first or first .. " and " .. count - 1 .. " more"
end

-- Taking apart ---------------------------------------------------------------------------------

local OPENING = 0x7B -- an opening brace

local function is_datagram(buffer)
    local length = buffer:len()
    if length == 0 then return false end
    if buffer(0, 1):uint() == OPENING then
        local message = length - if_keyed(SEAL_BYTES)
        return message >= 1 and message <= MAX_PING_BYTES
    end
    return is_binary(buffer, 0)
        and BINARY_TYPES[buffer(0, 1):uint()] ~= nil
        and buffer(1, 1):uint() == 1
end

local function frame_bytes(buffer, _, offset)
    return LENGTH_BYTES + buffer(offset, LENGTH_BYTES):uint() + if_keyed(TAG_BYTES)
end

local function show_frame(buffer, pinfo, root)
    show_control(buffer(LENGTH_BYTES), if_keyed(TAG_BYTES), pinfo, root)
    return buffer:len()
end

-- The port range may hold the ports of other programs' connections, which are let alone.
local function is_frame(buffer)
    local length = buffer(0, LENGTH_BYTES):uint()
    return length >= 1
        and length <= MAX_FRAME_BYTES - LENGTH_BYTES
        and (buffer:len() == LENGTH_BYTES or buffer(LENGTH_BYTES, 1):uint() == OPENING)
end

-- The listener sends it alone, before anything else. One in 16 million looks like a frame.
local function is_challenge(buffer, pinfo)
    local listener = pinfo.src_port - ringside.prefs.base_port
    return ringside.prefs.has_key
        and buffer:len() == CHALLENGE_BYTES
        and listener >= 0
        and listener < PEERS
        and not is_frame(buffer)
end

local function show_challenge(buffer, pinfo, root)
    local tree = root:add(ringside, buffer())
    tree:add(seal_fields.challenge, buffer())
    tree:append_text(": challenge")
    pinfo.cols.info = "challenge"
end

-- As Wireshark numbers the transports.
local PORT_TYPE_TCP = 2

local function dissect_tcp(buffer, pinfo, root)
    local challenges = is_challenge(buffer, pinfo)
    if buffer:len() >= LENGTH_BYTES and not challenges and not is_frame(buffer) then return 0 end
    pinfo.cols.protocol = "Ringside"
    pinfo.cols.info = ""
    if challenges then
        show_challenge(buffer, pinfo, root)
    else
        dissect_tcp_pdus(buffer, root, LENGTH_BYTES, frame_bytes, show_frame)
    end
    return buffer:len()
end

function ringside.dissector(buffer, pinfo, root)
    if pinfo.port_type == PORT_TYPE_TCP then return dissect_tcp(buffer, pinfo, root) end
    if not is_datagram(buffer) then return 0 end
    pinfo.cols.protocol = "Ringside"
    pinfo.cols.info = ""
    if buffer(0, 1):uint() == OPENING then
        show_control(buffer(), if_keyed(SEAL_BYTES), pinfo, root)
    else
        show_segments(buffer, pinfo, root)
    end
    return buffer:len()
end

-- Where it is asked ----------------------------------------------------------------------------

local registered = nil

local function range_of_ports(first)
    return first .. "-" .. math.min(first + PEERS - 1, 65535)
end

local function register()
    local base = ringside.prefs.base_port
    if base == registered then return end
    for _, transport in ipairs({ "udp.port", "tcp.port" }) do
        local ports = DissectorTable.get(transport)
        if registered then ports:remove(range_of_ports(registered), ringside) end
        ports:add(range_of_ports(base), ringside)
    end
    registered = base
end

ringside.prefs_changed = register
register()
