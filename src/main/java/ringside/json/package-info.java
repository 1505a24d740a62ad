/**
 * Records as JSON objects and back: what a peer says to another, to the window and to a recording.
 *
 * <p>A {@link ringside.json.RecordMapper} derives the object from the record: the components are
 * the fields, in order. Numbers and truth values stand bare; ids of peers too. Text, file numbers
 * and file names are strings; enum constants are strings in lower camel case. Lists are arrays,
 * nested records are objects. A component of a sealed type is the record's name in lower camel
 * case, and that record's own fields follow in the same object.
 *
 * <p>Reading is strict (SPEC 10.1): input that a mapper would not write is refused with a {@link
 * ringside.json.MalformedRecordException}, and nothing else is ever thrown. A tolerant mapper
 * passes over unknown fields and lets optional ones be absent.
 */
@org.jspecify.annotations.NullMarked
package ringside.json;
