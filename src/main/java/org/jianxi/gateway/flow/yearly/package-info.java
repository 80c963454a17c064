/** A year of returns put together for keeping. */
@NamedInterface("yearly")
@NullMarked
package org.jianxi.gateway.flow.yearly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
