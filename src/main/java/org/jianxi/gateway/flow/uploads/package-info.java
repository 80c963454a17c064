/** What a person of a unit delivers at the console: the unit's return, and what there is to say about it. */
@NamedInterface("uploads")
@NullMarked
package org.jianxi.gateway.flow.uploads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
