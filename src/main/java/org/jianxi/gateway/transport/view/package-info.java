/** Documents made from a source's database view. */
@NullMarked
package org.jianxi.gateway.transport.view;

import org.jspecify.annotations.NullMarked;
