package ringside.app.ring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Selects labels that do not overlap, the most important first. Pure. */
final class LabelThinning {

    private LabelThinning() {}

    /**
     * Selects the labels to show.
     *
     * @param labels all candidates
     * @return the keys of the selected ones, no two of which overlap
     */
    static Set<String> choose(List<Label> labels) {
        List<Label> byImportance = new ArrayList<>(labels);
        byImportance.sort(
                Comparator.comparingInt(Label::importance).reversed().thenComparing(Label::key));
        List<Label> chosen = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Label label : byImportance) {
            if (label.isClearOf(chosen)) {
                chosen.add(label);
                keys.add(label.key());
            }
        }
        return keys;
    }
}
