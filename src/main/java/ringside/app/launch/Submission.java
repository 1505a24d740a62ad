package ringside.app.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ringside.node.Failures;

/**
 * One program of a class.
 *
 * @param folder absolute
 * @param name in the reports; no other one has it
 * @param digest of what the folder holds; empty if that cannot be told
 * @param trouble why not; empty if it can
 */
record Submission(Path folder, String name, String digest, String trouble) {

    /** Returns those in some folders, in their order; reads all that the folders hold. */
    static List<Submission> in(List<Path> given, ClassCheck.Naming naming) {
        List<Path> folders =
                given.stream().map(each -> each.toAbsolutePath().normalize()).distinct().toList();
        List<String> digests = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        for (Path folder : folders) {
            try {
                digests.add(FolderDigest.of(folder));
                troubles.add("");
            } catch (IOException e) {
                digests.add("");
                troubles.add(Failures.sentence(e));
            }
        }
        List<String> names =
                switch (naming) {
                    case BY_FOLDER -> SubmissionNames.byFolder(folders);
                    case ANONYMOUS -> SubmissionNames.anonymous(digests);
                };
        List<Submission> all = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            all.add(new Submission(folders.get(i), names.get(i), digests.get(i), troubles.get(i)));
        }
        return all;
    }
}
