/** Measures: how long a mask takes, and how long it would take if only its bytes were copied. */
package sc.fiji.imagetomask.benchmark;
