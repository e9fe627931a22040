/**
 * The options of users, with the same keys and values everywhere, and the record of them in masks. The values are
 * plain; this package does not know ImageJ.
 */
package sc.fiji.imagetomask.options;
