package ringside.supervisor;

import java.io.IOException;
import java.nio.file.Path;

/** A program that locks the folder of a run until it is killed. */
public final class LockingMain {

    private LockingMain() {}

    /** Takes the folder as its argument; prints 'locked' when it is locked. */
    public static void main(String[] arguments) throws IOException {
        try (RunFolder folder = RunFolder.claim(Path.of(arguments[0]))) {
            System.out.println("locked");
            System.out.flush();
            while (System.in.read() >= 0) {}
            System.out.println(folder.path());
        }
    }
}
