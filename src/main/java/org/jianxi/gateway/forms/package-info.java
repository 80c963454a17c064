/** The return as data: indicators, relations and cell positions of each edition of the form, read from {@code schemas/returns}. */
@ApplicationModule(allowedDependencies = {"canonical", "documents"})
@NullMarked
package org.jianxi.gateway.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
