/** Memory that is used again instead of made again. */
package sc.fiji.imagetomask.memory;
