package ringside.app.ring;

/** Moves points on a line apart, as little as possible. Pure. */
final class Spacing {

    private Spacing() {}

    /**
     * Returns the nearest points, by sum of squares, that keep their order and a distance: the
     * least-squares monotone fit of the points after the wanted distances are subtracted (pool
     * adjacent violators).
     *
     * @param wanted ascending
     * @param gap least distance between two neighbouring points of the result
     */
    static double[] apart(double[] wanted, double gap) {
        int size = wanted.length;
        double[] blockSum = new double[size];
        int[] blockSize = new int[size];
        int blocks = 0;
        for (int i = 0; i < size; i++) {
            blockSum[blocks] = wanted[i] - i * gap;
            blockSize[blocks] = 1;
            blocks++;
            while (blocks > 1 && overlap(blockSum, blockSize, blocks)) {
                blockSum[blocks - 2] += blockSum[blocks - 1];
                blockSize[blocks - 2] += blockSize[blocks - 1];
                blocks--;
            }
        }
        return spread(blockSum, blockSize, size, gap);
    }

    private static boolean overlap(double[] sum, int[] size, int blocks) {
        return sum[blocks - 2] / size[blocks - 2] > sum[blocks - 1] / size[blocks - 1];
    }

    private static double[] spread(double[] blockSum, int[] blockSize, int size, double gap) {
        double[] apart = new double[size];
        int block = 0;
        int left = blockSize[0];
        for (int i = 0; i < size; i++) {
            if (left == 0) {
                block++;
                left = blockSize[block];
            }
            apart[i] = blockSum[block] / blockSize[block] + i * gap;
            left--;
        }
        return apart;
    }
}
