package sc.fiji.imagetomask.picturefile;

/**
 * How a picture of that size is rotated or mirrored to be upright.
 *
 * @param orientation of TIFF, 1 (upright already) to 8
 * @param width before, in pixels
 * @param height before, in pixels
 */
public record Orientation(int orientation, int width, int height) {

    boolean isNone() {
        return orientation < 2 || orientation > 8;
    }

    /** Whether its rows stay where they are. */
    public boolean keepsRows() {
        return isNone() || orientation == 2;
    }

    /** Whether rows become columns. */
    public boolean isSideways() {
        return orientation > 4;
    }

    public int newWidth() {
        return isSideways() ? height : width;
    }

    public int newHeight() {
        return isSideways() ? width : height;
    }

    /** Takes the pixel at one place of the picture to another one of the upright picture. */
    interface Move {
        void move(int from, int to);
    }

    void forEach(Move move) {
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        for (int y = 0, to = 0; y < newHeight(); y++)
            for (int x = 0; x < newWidth(); x++, to++) {
                int column = isSideways() ? y : x;
                int row = isSideways() ? x : y;
                move.move(
                        (fromBottom ? height - 1 - row : row) * width + (fromRight ? width - 1 - column : column), to);
            }
    }
}
