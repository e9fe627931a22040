/** Picture files in, mask files out: what all formats share. Knows neither ImageJ nor the command line. */
package sc.fiji.imagetomask.picturefile;
