package ringside.hosts;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import ringside.channel.BoundedLines;
import ringside.channel.MalformedLineException;
import ringside.text.Messages;

/**
 * A pipe to an agent through a command such as {@code ssh lab07 sh} (SPEC 13.2). What runs on the
 * host is a shell that reads a script from the pipe: so no word of it passes through the quoting of
 * the commands on the way. The script looks for the program and for Java, asks for the program
 * where it is missing, and becomes the agent.
 */
final class CommandPipe implements AgentPipe {

    /** Lines that a host may say before its shell runs the script, such as a greeting. */
    private static final int MOST_GREETINGS = 200;

    /** Longest such line in bytes. */
    private static final int MOST_GREETING_BYTES = 1 << 16;

    /** Words of the script, in lines of their own. */
    private static final String WANTS_PROGRAM = "ringside-wants-program";

    private static final String HAS_NO_JAVA = "ringside-has-no-java";
    private static final String HAS_NO_ROOM = "ringside-has-no-room";
    private static final String BEGINS = "ringside-begins";

    /** Lines of the command's own words that are kept. */
    private static final int KEPT_WORDS = 3;

    /** Time for a command that has ended to say why, in ms. */
    private static final long LAST_WORDS_MS = 1_000;

    private final Host host;
    private final Process process;
    private final BoundedLines in;
    private final ArrayDeque<String> words = new ArrayDeque<>();
    private final Thread wordsReader;

    private CommandPipe(Host host, Process process) {
        this.host = host;
        this.process = process;
        in = new BoundedLines(process.getInputStream());
        wordsReader =
                Thread.ofPlatform().daemon().name("words of " + host.name()).start(this::keepWords);
    }

    /**
     * Runs the command, and returns when the agent has begun.
     *
     * @throws IOException with a sentence that names the host, the command, and its own words
     */
    static CommandPipe open(Host host, ProgramArchive program) throws IOException {
        String script = program.script();
        Process process;
        try {
            process =
                    new ProcessBuilder("sh", "-c", "exec " + host.via().replace(Host.COMMAND, "sh"))
                            .start();
        } catch (IOException e) {
            throw new IOException(
                    Messages.HOSTS.format(
                            "pipe.noShell",
                            host.name(),
                            host.via(),
                            String.valueOf(e.getMessage())),
                    e);
        }
        CommandPipe pipe = new CommandPipe(host, process);
        try {
            pipe.begin(script, program);
            return pipe;
        } catch (IOException | MalformedLineException e) {
            String sentence = pipe.lastWords();
            pipe.close();
            throw new IOException(sentence, e);
        }
    }

    private void begin(String script, ProgramArchive program)
            throws IOException, MalformedLineException {
        write(script.getBytes(StandardCharsets.UTF_8));
        for (int lines = 0; lines < MOST_GREETINGS; lines++) {
            switch (in.next(MOST_GREETING_BYTES)) {
                case null -> throw new EOFException();
                case BEGINS -> {
                    return;
                }
                case WANTS_PROGRAM -> send(program);
                case HAS_NO_JAVA -> fail("pipe.noJava");
                case HAS_NO_ROOM -> fail("pipe.noRoom");
                case String greeting -> {}
            }
        }
        fail("pipe.greetings");
    }

    private void write(byte[] bytes) throws IOException {
        OutputStream out = process.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** The script reads a number of bytes, and then as many. */
    private void send(ProgramArchive program) throws IOException {
        ByteArrayInputStream archive = packed(program);
        write((archive.available() + "\n").getBytes(StandardCharsets.UTF_8));
        archive.transferTo(process.getOutputStream());
        process.getOutputStream().flush();
    }

    private ByteArrayInputStream packed(ProgramArchive program) throws IOException {
        try {
            return program.open();
        } catch (IOException e) {
            note(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** Lets the last words be a sentence of this program. */
    private void fail(String key) throws IOException {
        note(Messages.HOSTS.format(key));
        throw new IOException(key);
    }

    private void keepWords() {
        try (InputStream errors = process.getErrorStream()) {
            BoundedLines lines = new BoundedLines(errors);
            String line = lines.next(MOST_GREETING_BYTES);
            while (line != null) {
                note(line.strip());
                line = lines.next(MOST_GREETING_BYTES);
            }
        } catch (IOException | MalformedLineException e) {
            // What was said before is kept.
        }
    }

    private void note(String line) {
        synchronized (words) {
            if (!line.isEmpty()) {
                words.add(line);
            }
            if (words.size() > KEPT_WORDS) {
                words.remove();
            }
        }
    }

    @Override
    public BoundedLines in() {
        return in;
    }

    @Override
    public OutputStream out() {
        return process.getOutputStream();
    }

    @Override
    public String lastWords() {
        try {
            process.waitFor(LAST_WORDS_MS, TimeUnit.MILLISECONDS);
            wordsReader.join(LAST_WORDS_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (words) {
            return words.isEmpty()
                    ? Messages.HOSTS.format("pipe.ended", host.name(), host.via())
                    : Messages.HOSTS.format(
                            "pipe.ended.words", host.name(), host.via(), String.join(" / ", words));
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The command has ended already.
        }
        process.destroy();
    }
}
