package sc.fiji.imagetomask.picturefile.tiff;

/** The tags of TIFF by their names. Source: TIFF 6.0, its supplements, the ICC specification, {@code ij.io.TiffDecoder}. */
public final class TiffTag {

    public static final int NEW_SUBFILE_TYPE = 254;
    public static final int IMAGE_WIDTH = 256;
    public static final int IMAGE_LENGTH = 257;
    public static final int BITS_PER_SAMPLE = 258;
    public static final int COMPRESSION = 259;
    public static final int PHOTOMETRIC_INTERPRETATION = 262;
    public static final int FILL_ORDER = 266;
    public static final int IMAGE_DESCRIPTION = 270;
    public static final int STRIP_OFFSETS = 273;
    public static final int ORIENTATION = 274;
    public static final int SAMPLES_PER_PIXEL = 277;
    public static final int ROWS_PER_STRIP = 278;
    public static final int STRIP_BYTE_COUNTS = 279;
    public static final int X_RESOLUTION = 282;
    public static final int Y_RESOLUTION = 283;
    public static final int PLANAR_CONFIGURATION = 284;
    public static final int T4_OPTIONS = 292;
    public static final int RESOLUTION_UNIT = 296;
    public static final int PREDICTOR = 317;
    public static final int COLOR_MAP = 320;
    public static final int TILE_WIDTH = 322;
    public static final int TILE_LENGTH = 323;
    public static final int TILE_OFFSETS = 324;
    public static final int TILE_BYTE_COUNTS = 325;
    public static final int SUB_IFDS = 330;
    public static final int EXTRA_SAMPLES = 338;
    public static final int SAMPLE_FORMAT = 339;
    public static final int JPEG_TABLES = 347;
    public static final int YCBCR_COEFFICIENTS = 529;
    public static final int YCBCR_SUBSAMPLING = 530;
    public static final int REFERENCE_BLACK_WHITE = 532;
    public static final int ICC_PROFILE = 34675;
    public static final int IMAGEJ_METADATA_COUNTS = 50838;
    public static final int IMAGEJ_METADATA = 50839;

    private TiffTag() {}
}
