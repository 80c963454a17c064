/** The rules a return must keep. Pure functions: no clock, no database, no Spring; history is passed in. */
@ApplicationModule(allowedDependencies = {"canonical", "calendar", "forms"})
@NullMarked
package org.jianxi.gateway.validation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
