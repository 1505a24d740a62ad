package ringside;

import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** One lock a class: it keeps the methods, which inherit the mode of their class, in line. */
final class OneAtATime implements ResourceLocksProvider {

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        return Set.of(new Lock(testClass.getName()));
    }
}
