package ringside.benchmark;

import io.aeron.Aeron;
import io.aeron.ConcurrentPublication;
import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Copies a file from one process to another by Aeron over UDP on the loopback, to stand beside our
 * transfers: the sender maps the file and offers it in messages that fill a datagram, the receiver
 * writes them to a file and says when it has them all. Each process has a media driver of its own.
 */
final class AeronCopy implements AutoCloseable {

    /** With Aeron's header of 32 bytes, a datagram carries 1,376 bytes of the file. */
    private static final int MTU_BYTES = 1_408;

    private static final String DATA = "aeron:udp?endpoint=127.0.0.1:21290|term-length=16m";
    private static final String ANSWER = "aeron:udp?endpoint=127.0.0.1:21291";
    private static final int STREAM = 1;
    private static final int FRAGMENTS = 256;
    private static final long LIMIT_S = 60;

    private final Process receiver;
    private final Process sender;
    private final BufferedReader times;
    private final PrintWriter orders;

    /** Starts both processes, for any number of copies of one file. */
    AeronCopy(Path file, Path target) throws IOException {
        receiver = start("receive", target);
        sender = start("send", file);
        times =
                new BufferedReader(
                        new InputStreamReader(sender.getInputStream(), StandardCharsets.UTF_8));
        orders =
                new PrintWriter(
                        new OutputStreamWriter(sender.getOutputStream(), StandardCharsets.UTF_8),
                        true);
    }

    private static Process start(String side, Path file) throws IOException {
        return new ProcessBuilder(
                        List.of(
                                MeasuredRing.java().toString(),
                                "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                AeronCopy.class.getName(),
                                side,
                                file.toString()))
                .redirectError(Redirect.DISCARD)
                .start();
    }

    /** Copies the file once: from its first message to the answer that all of it is written. */
    double seconds() throws IOException {
        orders.println("go");
        String nanos = times.readLine();
        if (nanos == null) {
            throw new IOException("Aeron did not bring the file");
        }
        return Long.parseLong(nanos) / 1e9;
    }

    @Override
    public void close() {
        sender.destroyForcibly();
        receiver.destroyForcibly();
    }

    /** One of the two processes; arguments: {@code send} or {@code receive}, and the file. */
    public static void main(String[] arguments) throws IOException {
        String folder = "/dev/shm/ringside-aeron-" + ProcessHandle.current().pid();
        try (MediaDriver _ =
                        MediaDriver.launch(
                                new MediaDriver.Context()
                                        .aeronDirectoryName(folder)
                                        .dirDeleteOnStart(true)
                                        .dirDeleteOnShutdown(true)
                                        .threadingMode(ThreadingMode.SHARED)
                                        .mtuLength(MTU_BYTES));
                Aeron aeron = Aeron.connect(new Aeron.Context().aeronDirectoryName(folder))) {
            Path file = Path.of(arguments[1]);
            if (arguments[0].equals("send")) {
                send(aeron, file);
            } else {
                receive(aeron, file);
            }
        }
    }

    private static void send(Aeron aeron, Path file) throws IOException {
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        IdleStrategy idle = new BackoffIdleStrategy();
        try (ExclusivePublication data = aeron.addExclusivePublication(DATA, STREAM);
                Subscription answers = aeron.addSubscription(ANSWER, STREAM);
                FileChannel channel = FileChannel.open(file)) {
            ByteBuffer mapped = channel.map(MapMode.READ_ONLY, 0, channel.size());
            UnsafeBuffer content = new UnsafeBuffer(mapped);
            UnsafeBuffer length = new UnsafeBuffer(new byte[Long.BYTES]);
            length.putLong(0, channel.size());
            while (orders.readLine() != null) {
                long began = System.nanoTime();
                offer(data, length, 0, Long.BYTES, idle);
                int piece = data.maxPayloadLength();
                for (int at = 0; at < content.capacity(); at += piece) {
                    offer(data, content, at, Math.min(piece, content.capacity() - at), idle);
                }
                while (answers.poll((_, _, _, _) -> {}, 1) == 0) {
                    idle.idle();
                }
                System.out.println(System.nanoTime() - began);
            }
        }
    }

    private static void offer(
            ExclusivePublication data, UnsafeBuffer from, int at, int length, IdleStrategy idle) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
        while (data.offer(from, at, length) < 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("nobody takes the file");
            }
            idle.idle();
        }
        idle.reset();
    }

    private static void receive(Aeron aeron, Path target) throws IOException {
        IdleStrategy idle = new BackoffIdleStrategy();
        try (Subscription data = aeron.addSubscription(DATA, STREAM);
                ConcurrentPublication answers = aeron.addPublication(ANSWER, STREAM);
                FileChannel channel =
                        FileChannel.open(
                                target, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            UnsafeBuffer done = new UnsafeBuffer(new byte[1]);
            ByteBuffer gathered = ByteBuffer.allocateDirect(FRAGMENTS * MTU_BYTES);
            while (true) {
                long[] left = {-1};
                channel.position(0);
                while (left[0] != 0) {
                    int taken =
                            data.poll(
                                    (buffer, offset, length, _) -> {
                                        if (left[0] < 0) {
                                            left[0] = buffer.getLong(offset);
                                        } else {
                                            buffer.getBytes(offset, gathered, length);
                                            left[0] -= length;
                                        }
                                    },
                                    FRAGMENTS);
                    channel.write(gathered.flip());
                    gathered.clear();
                    idle.idle(taken);
                }
                while (answers.offer(done) < 0) {
                    idle.idle();
                }
            }
        }
    }
}
