package ringside.app.ring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chooses the labels to show before they collide: the important first. Pure. */
final class LabelThinning {

    private LabelThinning() {}

    /**
     * Chooses.
     *
     * @param labels all that want to be shown
     * @return the keys of those that can be, no two of which overlap
     */
    static Set<String> choose(List<Label> labels) {
        List<Label> byImportance = new ArrayList<>(labels);
        byImportance.sort(
                Comparator.comparingInt(Label::importance).reversed().thenComparing(Label::key));
        List<Label> chosen = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Label label : byImportance) {
            if (chosen.stream().noneMatch(label::collidesWith)) {
                chosen.add(label);
                keys.add(label.key());
            }
        }
        return keys;
    }
}
