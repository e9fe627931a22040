package sc.fiji.imagetomask.picturefile;

import java.nio.file.Path;
import java.util.List;
import sc.fiji.imagetomask.reading.NumberRange;

/**
 * How the colour profile of a picture file is used.
 *
 * @param profile that its numbers are converted from, or null
 * @param notices the notices for the user about it, one sentence each
 */
public record ProfileUse(ColourProfile profile, List<String> notices) {

    private static final NumberRange.Span SIXTEEN_BITS = new NumberRange.Span(0, 65535);

    public static final ProfileUse NONE = new ProfileUse(null, List.of());

    /**
     * Of the file at that path.
     *
     * @param bytes of its ICC profile; null if it has none
     * @param choice what the user wants
     * @param channels of the picture, or of the colours of its table
     */
    public static ProfileUse of(Path path, byte[] bytes, Icc choice, int channels) {
        if (bytes == null) return NONE;
        String file = "'" + path + "' has ";
        try {
            ColourProfile profile = new ColourProfile(bytes);
            String named = file + "the colour profile '" + profile.name() + "'";
            if (profile.channels() != (channels < 3 ? 1 : 3))
                return told(named + ", which does not fit its channels, so its values are used as sRGB.");
            if (profile.isSrgb()) return NONE;
            return choice == Icc.APPLY
                    ? new ProfileUse(profile, List.of())
                    : told(named + ", but its values are used as sRGB; --icc apply converts them.");
        } catch (RuntimeException e) {
            return told(file + "a colour profile that cannot be read, so its values are used as sRGB.");
        }
    }

    private static ProfileUse told(String sentence) {
        return new ProfileUse(null, List.of(sentence));
    }

    /** The picture in sRGB, if that was chosen. Only pictures of 8 or 16 bits are converted. */
    public PictureRaster convert(PictureRaster slice) {
        if (profile == null) return slice;
        if (slice instanceof ByteRaster planes) return profile.toSrgb(planes);
        HighBitDepthRaster deep = HighBitDepthRaster.of(slice);
        return deep.type().equals(SIXTEEN_BITS) ? profile.toSrgb(deep) : deep;
    }
}
