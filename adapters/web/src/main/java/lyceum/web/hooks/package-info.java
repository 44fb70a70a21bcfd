/** What payment services tell the hub over HTTP, and how it is proven that they told it. */
@NullMarked
package lyceum.web.hooks;

import org.jspecify.annotations.NullMarked;
