/** The workflow of a province's month as one type: where it stands, what may be done with it, and what follows. Pure. */
@NamedInterface("month")
@NullMarked
package org.jianxi.gateway.filing.month;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
