/** What an officer reads beside the province's figures: the months before, and what has changed since they were last read. */
@NamedInterface("reading")
@NullMarked
package org.jianxi.gateway.flow.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
