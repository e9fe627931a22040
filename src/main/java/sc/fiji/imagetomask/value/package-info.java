/** Which values a setting can have, and the one sentence that is said about any other value. */
package sc.fiji.imagetomask.value;
