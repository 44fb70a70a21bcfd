/** The laws that every platform keeps, one interface of tests for each ability; an adapter's test implements those that it claims. */
@NullMarked
package lyceum.contract;

import org.jspecify.annotations.NullMarked;
