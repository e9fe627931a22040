package sc.fiji.imagetomask.cli;

import java.nio.file.Path;

/**
 * A picture file and the mask file that is made of it.
 *
 * @param input a file that exists, or an address
 * @param output may exist
 */
record Assignment(Place input, Path output) {}
