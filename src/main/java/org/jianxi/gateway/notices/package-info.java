/** Notices (通知) to the sources' own systems: written with the fact they tell of, signed, sent until they are taken. */
@ApplicationModule(allowedDependencies = {"canonical", "outgoing"})
@NullMarked
package org.jianxi.gateway.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
