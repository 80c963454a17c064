/** Handing lists of trainees whom nobody kept to named receivers, sealed, and writing down that it was done. */
@NamedInterface("handover")
@NullMarked
package org.jianxi.gateway.flow.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
