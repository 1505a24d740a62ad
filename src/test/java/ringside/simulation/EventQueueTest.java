package ringside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The order of events in virtual time. */
class EventQueueTest {

    private record Expected(long atMicros, int number) {}

    private final EventQueue queue = new EventQueue();
    private final List<Integer> done = new ArrayList<>();

    private void add(long atMicros, int number) {
        queue.add(atMicros, () -> done.add(number));
    }

    private void takeOne() {
        @Nullable Runnable next = queue.poll();
        assertThat(next).isNotNull();
        if (next != null) {
            next.run();
        }
    }

    @Test
    void equalTimesKeepTheOrderOfInsertion() {
        for (int number = 0; number < 100; number++) {
            add(number % 2, number);
        }
        while (!queue.isEmpty()) {
            takeOne();
        }

        assertThat(done.subList(0, 50)).isSorted().allMatch(number -> number % 2 == 0);
        assertThat(done.subList(50, 100)).isSorted().allMatch(number -> number % 2 == 1);
        assertThat(queue.poll()).isNull();
    }

    @Test
    void itIsAsAQueueOfTheLibraryWouldBe() {
        compareWithLibrary(500);
    }

    @Test
    void soItIsOverManySeconds() {
        compareWithLibrary(100_000_000);
    }

    @Test
    void whatIsAddedBeforeTheFirstGoesFirst() {
        add(90_000_000, 3);
        assertThat(queue.firstMicros()).isEqualTo(90_000_000);
        add(70_000_000, 2);
        add(1, 1);
        assertThat(queue.firstMicros()).isEqualTo(1);
        while (!queue.isEmpty()) {
            takeOne();
        }

        assertThat(done).containsExactly(1, 2, 3);
    }

    /**
     * @param span of the times, in microseconds
     */
    private void compareWithLibrary(int span) {
        PriorityQueue<Expected> library =
                new PriorityQueue<>(
                        Comparator.comparingLong(Expected::atMicros)
                                .thenComparingInt(Expected::number));
        List<Integer> expected = new ArrayList<>();
        Random random = new Random(1);
        for (int number = 0; number < 20_000; number++) {
            long atMicros = random.nextInt(span);
            add(atMicros, number);
            library.add(new Expected(atMicros, number));
            if (random.nextInt(3) == 0) {
                assertThat(queue.firstMicros()).isEqualTo(library.element().atMicros());
                expected.add(library.remove().number());
                takeOne();
            }
        }
        while (!queue.isEmpty()) {
            expected.add(library.remove().number());
            takeOne();
        }

        assertThat(library).isEmpty();
        assertThat(done).isEqualTo(expected);
    }
}
