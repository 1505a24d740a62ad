package ringside.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.rules.Rules;

/**
 * What is done to a ring of a program in a check (PROGRAMS 5.1).
 *
 * @param label of the ring, for people and reports
 * @param ring the ids of its peers, at least 4
 * @param mss bytes in a segment
 * @param loss share of segments that the program drops, 0 to 1
 * @param requester that is told to ask for a file; at least one peer lies between it and the owner
 * @param file that it asks for
 * @param fileBytes length of each peer's file of that name
 * @param leaver that is told to leave
 * @param victim that is killed after that; another one
 */
public record RingPlan(
        String label,
        List<PeerId> ring,
        int mss,
        double loss,
        PeerId requester,
        FileNumber file,
        int fileBytes,
        PeerId leaver,
        PeerId victim) {

    /** Label of the ring of the assignment. */
    public static final String ASSIGNMENT = "assignment";

    /** Label of the ring that is drawn. */
    public static final String DRAWN = "drawn";

    private static final int ASSIGNMENT_MSS = 300;
    private static final double ASSIGNMENT_LOSS = 0.3;

    /** A right program drops none of the segments of a file this seldom. */
    private static final double NO_DROP = 0.3e-6;

    private static final int FEWEST = 4;
    private static final int MOST = 10;
    private static final int[] MSS = {64, 200, 512, 1000};
    private static final double[] LOSS = {0.25, 0.3, 0.4};

    /** Sorts the ring. */
    public RingPlan {
        ring = ring.stream().distinct().sorted().toList();
    }

    /** Returns the plan for the ring of a family. */
    public static RingPlan ofAssignment(Rules rules) {
        return of(
                ASSIGNMENT,
                rules.ring(),
                ASSIGNMENT_MSS,
                ASSIGNMENT_LOSS,
                new FileNumber("2012"),
                segments(ASSIGNMENT_LOSS) * ASSIGNMENT_MSS + ASSIGNMENT_MSS / 3);
    }

    /**
     * Draws a ring of 4 to 10 ids. The hash of the file lies above all of them, or is one of them.
     *
     * @param seed the same seed draws the same ring
     */
    public static RingPlan drawn(long seed) {
        Random random = new Random(seed);
        int count = FEWEST + random.nextInt(MOST - FEWEST + 1);
        TreeSet<PeerId> ids = new TreeSet<>();
        while (ids.size() < count) {
            ids.add(new PeerId(random.nextInt(PeerId.CIRCLE_SIZE - 2)));
        }
        List<PeerId> ring = List.copyOf(ids);
        double loss = LOSS[random.nextInt(LOSS.length)];
        int mss = MSS[random.nextInt(MSS.length)];
        int hash =
                random.nextBoolean()
                        ? ring.getLast().value() + 1
                        : ring.get(random.nextInt(count)).value();
        FileNumber file =
                new FileNumber(
                        "%04d".formatted(hash + PeerId.CIRCLE_SIZE * (1 + random.nextInt(30))));
        return of(DRAWN, ring, mss, loss, file, segments(loss) * mss + 1 + random.nextInt(mss - 1));
    }

    private static int segments(double loss) {
        return (int) Math.ceil(Math.log(NO_DROP) / Math.log1p(-loss));
    }

    private static RingPlan of(
            String label, List<PeerId> ring, int mss, double loss, FileNumber file, int fileBytes) {
        TreeSet<PeerId> ids = new TreeSet<>(ring);
        PeerId owner = IdealRing.owner(ids, file.hash());
        List<PeerId> behind = new ArrayList<>(List.copyOf(ids));
        Collections.rotate(behind, -behind.indexOf(owner));
        int half = behind.size() / 2;
        return new RingPlan(
                label,
                ring,
                mss,
                loss,
                behind.get(half),
                file,
                fileBytes,
                behind.get(half + 1),
                behind.get(half - 1));
    }

    /** Returns the owner of the file while all peers live. */
    public PeerId owner() {
        return IdealRing.owner(members(), file.hash());
    }

    SortedSet<PeerId> members() {
        return new TreeSet<>(ring);
    }

    /** Returns the name under which each peer has a file of its own. */
    public String fileName() {
        return file + ".pdf";
    }
}
