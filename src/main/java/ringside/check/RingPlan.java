package ringside.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import ringside.ring.Circle;
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
 * @param files that each peer has from the start, {@code file} among them
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
        List<SizedFile> files,
        PeerId leaver,
        PeerId victim) {

    /** Label of the ring of the assignment. */
    public static final String ASSIGNMENT = "assignment";

    /** Label of the ring on which more is done than is marked. */
    public static final String BEYOND = "beyond";

    /** Label of the ring that loses datagrams, and peers two by two. */
    public static final String LOSING = "losing";

    /** Label of the ring that is drawn. */
    public static final String DRAWN = "drawn";

    private static final int ASSIGNMENT_MSS = 300;
    private static final double ASSIGNMENT_LOSS = 0.3;

    /** In so many segments some acknowledgement is lost but for one time in 7,000. */
    private static final int SEGMENTS_UNDER_LOSS = 40;

    /** A ring that loses four peers needs so many. */
    private static final int LOSES_FOUR = 8;

    /** A right program drops none of the segments of a file this seldom. */
    private static final double NO_DROP = 0.3e-6;

    private static final int[] SIZES = {
        0, 1, ASSIGNMENT_MSS - 1, ASSIGNMENT_MSS, ASSIGNMENT_MSS + 1, 10 * ASSIGNMENT_MSS, 1_000_000
    };

    /** No drawn or sized file has a number so high. */
    private static final int HIGH = 35;

    private static final int FEWEST = 4;
    private static final int MOST = 10;
    private static final int[] MSS = {64, 200, 512, 1000};
    private static final double[] LOSS = {0.25, 0.3, 0.4};

    /** Sorts the ring, and copies the lists. */
    public RingPlan {
        ring = ring.stream().distinct().sorted().toList();
        files = List.copyOf(files);
    }

    /** A file with its length in bytes. */
    public record SizedFile(FileNumber number, int bytes) {

        /** Returns its name in a peer's folder. */
        public String name() {
            return number + ".pdf";
        }
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
            ids.add(new PeerId(random.nextInt(Circle.IDS_OF_PROCESSES - 2)));
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
                        "%04d"
                                .formatted(
                                        hash + Circle.IDS_OF_PROCESSES * (1 + random.nextInt(30))));
        return of(DRAWN, ring, mss, loss, file, segments(loss) * mss + 1 + random.nextInt(mss - 1));
    }

    /** Returns the plan of a ring of a family on which more is done than is marked: no loss. */
    public static RingPlan beyond(Rules rules) {
        RingPlan usual = ofAssignment(rules);
        List<SizedFile> files = new ArrayList<>();
        int number = usual.file().hash().value();
        for (int bytes : SIZES) {
            files.add(new SizedFile(new FileNumber("%04d".formatted(number)), bytes));
            number += Circle.IDS_OF_PROCESSES;
        }
        return new RingPlan(
                BEYOND,
                usual.ring(),
                ASSIGNMENT_MSS,
                0,
                usual.requester(),
                files.getLast().number(),
                files,
                usual.leaver(),
                usual.victim());
    }

    /**
     * Returns the plan of the ring of a family that loses datagrams for real, and peers two by two.
     * The program itself drops nothing. A ring of fewer than 8 peers gets more.
     */
    public static RingPlan losing(Rules rules) {
        SortedSet<PeerId> ids = new TreeSet<>(rules.ring());
        for (int id = 1; ids.size() < LOSES_FOUR; id++) {
            ids.add(new PeerId(id));
        }
        return of(
                LOSING,
                List.copyOf(ids),
                ASSIGNMENT_MSS,
                0,
                new FileNumber("2012"),
                SEGMENTS_UNDER_LOSS * ASSIGNMENT_MSS);
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
                List.of(new SizedFile(file, fileBytes)),
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

    /** Returns the length of the file that is asked for, in bytes. */
    public int fileBytes() {
        return files.stream()
                .filter(each -> each.number().equals(file))
                .mapToInt(SizedFile::bytes)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the numbers of all files. */
    public List<FileNumber> numbers() {
        return files.stream().map(SizedFile::number).toList();
    }

    /**
     * Returns a number that no peer has a file of, with the same owner as the one that they have.
     */
    public FileNumber missing() {
        int beyond = files.getLast().number().hash().value() + HIGH * Circle.IDS_OF_PROCESSES;
        return new FileNumber("%04d".formatted(beyond));
    }
}
