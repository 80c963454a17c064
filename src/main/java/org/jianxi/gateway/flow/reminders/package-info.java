/** Reminders (催报): who is reminded of a return that is not there, by which way, and what they did after. */
@NamedInterface("reminders")
@NullMarked
package org.jianxi.gateway.flow.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
