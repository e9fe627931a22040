package sc.fiji.imagetomask.cli;

import java.nio.file.Path;

/**
 * A picture file and the mask file that is made of it.
 *
 * @param input exists
 * @param output may exist
 */
record Assignment(Path input, Path output) {}
