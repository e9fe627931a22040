/** Which values a setting can have, and the sentence about any value that is not allowed. */
package sc.fiji.imagetomask.value;
