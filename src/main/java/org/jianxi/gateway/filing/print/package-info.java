/** A sheet of ours on paper that nobody edits: PDF of the very cells, the fonts embedded as far as they are used. */
@NamedInterface("print")
@NullMarked
package org.jianxi.gateway.filing.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
