/** The index of questions and answers in Lucene: what is in it, and how it is ranked. */
@NullMarked
package lyceum.lucene;

import org.jspecify.annotations.NullMarked;
