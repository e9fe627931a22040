/** Files and folders that are complete or do not exist, and their errors in words. */
package sc.fiji.imagetomask.files;
