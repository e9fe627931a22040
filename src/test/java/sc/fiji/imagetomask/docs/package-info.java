/** The pages of the documentation, compared with what the code does. */
package sc.fiji.imagetomask.docs;
