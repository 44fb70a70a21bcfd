/** The platforms' own wire protocols on loopback, and the people who live behind them. */
@NullMarked
package lyceum.sandbox;

import org.jspecify.annotations.NullMarked;
