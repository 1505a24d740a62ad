package ringside.app.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ringside.check.report.ClassReport;
import ringside.text.Messages;

/** Names of the programs of a class: each has a folder for its report that no other has. */
final class SubmissionNames {

    private static final int DIGITS = 8;

    /** How much of a path is in a name. */
    private enum Length {
        /** The last part. */
        LAST,
        /** All that not all folders have in common. */
        APART,
        /** The same, and a few digits for paths that become equal when they are made safe. */
        WITH_DIGITS
    }

    private SubmissionNames() {}

    /**
     * Returns names by the folders: their last parts where these differ.
     *
     * @param folders absolute, each once
     */
    static List<String> byFolder(List<Path> folders) {
        Path common = common(folders);
        List<String> names = names(folders, Length.LAST, common);
        for (Length longer : List.of(Length.APART, Length.WITH_DIGITS)) {
            Map<String, Integer> taken = count(names);
            List<String> better = names(folders, longer, common);
            for (int i = 0; i < names.size(); i++) {
                String place = placeOf(names.get(i));
                if (taken.getOrDefault(place, 0) > 1 || ClassReport.isReserved(place)) {
                    names.set(i, better.get(i));
                }
            }
        }
        return names;
    }

    /**
     * Returns names that say nothing about the folders.
     *
     * @param digests of what they hold; the same ones are numbered
     */
    static List<String> anonymous(List<String> digests) {
        Map<String, Integer> taken = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (String digest : digests) {
            String alias =
                    Messages.LAUNCH.format(
                            "check.alias", digest.substring(0, Math.min(DIGITS, digest.length())));
            int number = taken.merge(alias, 1, Integer::sum);
            names.add(number == 1 ? alias : alias + "-" + number);
        }
        return names;
    }

    private static List<String> names(List<Path> folders, Length length, Path common) {
        List<String> names = new ArrayList<>();
        for (Path folder : folders) {
            String apart = common.relativize(folder).toString();
            names.add(
                    switch (length) {
                        case LAST -> String.valueOf(folder.getFileName());
                        case APART -> apart;
                        case WITH_DIGITS ->
                                apart + "-" + FolderDigest.of(apart).substring(0, DIGITS);
                    });
        }
        return names;
    }

    /** Returns the folder that all lie in. */
    private static Path common(List<Path> folders) {
        Path common = folders.getFirst().getRoot();
        for (Path name :
                folders.getFirst().getParent() == null ? common : folders.getFirst().getParent()) {
            Path next = common.resolve(name);
            if (!folders.stream().allMatch(each -> each.startsWith(next) && !each.equals(next))) {
                return common;
            }
            common = next;
        }
        return common;
    }

    private static Map<String, Integer> count(List<String> names) {
        Map<String, Integer> taken = new HashMap<>();
        names.forEach(name -> taken.merge(placeOf(name), 1, Integer::sum));
        return taken;
    }

    /** Some file systems take upper and lower case for the same. */
    private static String placeOf(String name) {
        return ClassReport.folderOf(name).toLowerCase(Locale.ROOT);
    }
}
