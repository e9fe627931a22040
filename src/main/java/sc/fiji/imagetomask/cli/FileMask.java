package sc.fiji.imagetomask.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of a picture file of a batch.
 *
 * @param picture its path; null if its name, or that of its mask, cannot be written on this system, or it is at an
 *     address
 * @param mask the path of the mask file; null likewise
 * @param isMade whether there is a mask
 * @param notices about how the picture was read, and what is unusual in the mask; one sentence each
 * @param line about the mask, or the reason why there is none; null if the work was interrupted
 */
public record FileMask(Path picture, Path mask, boolean isMade, List<String> notices, String line) {}
