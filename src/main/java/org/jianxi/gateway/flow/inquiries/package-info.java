/** Inquiries as they are worked on, whatever their matter: opened and lapsed by a look, told, reminded of, closed by each side. */
@NamedInterface("inquiries")
@NullMarked
package org.jianxi.gateway.flow.inquiries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
