/** Stand-ins for classes of ImageJ2, which is not on Maven Central: the same names and signatures, as far as they are used. */
package net.imagej;
