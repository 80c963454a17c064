/** Lists of trainees whom nobody kept, for services that help them on: who receives them, what for, who is in them, and what was handed over. */
@ApplicationModule(allowedDependencies = {"canonical", "documents", "signing"})
@NullMarked
package org.jianxi.gateway.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
