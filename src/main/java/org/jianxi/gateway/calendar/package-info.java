/** When: working days in layers, and the two deadlines of each period. Pure, and every answer names its calendar's version. */
@ApplicationModule(allowedDependencies = {"canonical", "documents"})
@NullMarked
package org.jianxi.gateway.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
