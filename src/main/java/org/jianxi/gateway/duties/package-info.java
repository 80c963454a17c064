/** What the programme asks of every office beside its figures, by dated rules that are data, judged from counts of records. Pure. */
@ApplicationModule(allowedDependencies = {"canonical", "documents", "forms"})
@NullMarked
package org.jianxi.gateway.duties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
