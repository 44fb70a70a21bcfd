/** The public pages of questions and answers, as files for any web server. */
@NullMarked
package lyceum.web.faq;

import org.jspecify.annotations.NullMarked;
