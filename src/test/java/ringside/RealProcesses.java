package ringside;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Marks tests that start processes or bind ports. Their classes run beside all others, for they
 * wait more than they compute: each class has ports of its own, and none depends on how soon
 * something happens. The tests of one class share its ports and run one after another. Of the
 * classes that run beside others they begin first, and of them those that take twenty seconds or
 * more, which are marked with {@code @Order(1)}: so none of these is left alone at the end.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Execution(ExecutionMode.CONCURRENT)
@Order(2)
@ResourceLock(providers = OneAtATime.class)
public @interface RealProcesses {}
