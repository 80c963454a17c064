/** The figures that follow from the records the gateway keeps, beside those that were reported. */
@NamedInterface("derived")
@NullMarked
package org.jianxi.gateway.flow.derived;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
