/** Screening against false claims, put together: what is asked, in which terms, and what an answer has to keep. */
@NullMarked
package org.jianxi.gateway.flow.screening;

import org.jspecify.annotations.NullMarked;
