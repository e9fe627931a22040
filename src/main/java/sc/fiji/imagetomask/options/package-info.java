/** What users can ask for, by the same keys and values everywhere, and the record of it that masks carry. Plain values: knows no ImageJ. */
package sc.fiji.imagetomask.options;
