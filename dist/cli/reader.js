/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 879:
/***/ (function(module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__.p + "089ed46d7d45c0027150.wasm";

/***/ }),

/***/ 943:
/***/ (function(module) {

module.exports = require("fs/promises");

/***/ }),

/***/ 339:
/***/ (function(module) {

module.exports = require("module");

/***/ }),

/***/ 33:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ Language),
/* harmony export */   iX: () => (/* binding */ Parser)
/* harmony export */ });
/* unused harmony exports CaptureQuantifier, Edit, LANGUAGE_VERSION, LookaheadIterator, MIN_COMPATIBLE_VERSION, Node, Query, Tree, TreeCursor */
var __defProp = Object.defineProperty;
var __name = (target, value) => __defProp(target, "name", { value, configurable: true });

// src/edit.ts
var Edit = class {
  static {
    __name(this, "Edit");
  }
  /** The start position of the change. */
  startPosition;
  /** The end position of the change before the edit. */
  oldEndPosition;
  /** The end position of the change after the edit. */
  newEndPosition;
  /** The start index of the change. */
  startIndex;
  /** The end index of the change before the edit. */
  oldEndIndex;
  /** The end index of the change after the edit. */
  newEndIndex;
  constructor({
    startIndex,
    oldEndIndex,
    newEndIndex,
    startPosition,
    oldEndPosition,
    newEndPosition
  }) {
    this.startIndex = startIndex >>> 0;
    this.oldEndIndex = oldEndIndex >>> 0;
    this.newEndIndex = newEndIndex >>> 0;
    this.startPosition = startPosition;
    this.oldEndPosition = oldEndPosition;
    this.newEndPosition = newEndPosition;
  }
  /**
   * Edit a point and index to keep it in-sync with source code that has been edited.
   *
   * This function updates a single point's byte offset and row/column position
   * based on an edit operation. This is useful for editing points without
   * requiring a tree or node instance.
   */
  editPoint(point, index) {
    let newIndex = index;
    const newPoint = { ...point };
    if (index >= this.oldEndIndex) {
      newIndex = this.newEndIndex + (index - this.oldEndIndex);
      const originalRow = point.row;
      newPoint.row = this.newEndPosition.row + (point.row - this.oldEndPosition.row);
      newPoint.column = originalRow === this.oldEndPosition.row ? this.newEndPosition.column + (point.column - this.oldEndPosition.column) : point.column;
    } else if (index > this.startIndex) {
      newIndex = this.newEndIndex;
      newPoint.row = this.newEndPosition.row;
      newPoint.column = this.newEndPosition.column;
    }
    return { point: newPoint, index: newIndex };
  }
  /**
   * Edit a range to keep it in-sync with source code that has been edited.
   *
   * This function updates a range's start and end positions based on an edit
   * operation. This is useful for editing ranges without requiring a tree
   * or node instance.
   */
  editRange(range) {
    const newRange = {
      startIndex: range.startIndex,
      startPosition: { ...range.startPosition },
      endIndex: range.endIndex,
      endPosition: { ...range.endPosition }
    };
    if (range.endIndex >= this.oldEndIndex) {
      if (range.endIndex !== Number.MAX_SAFE_INTEGER) {
        newRange.endIndex = this.newEndIndex + (range.endIndex - this.oldEndIndex);
        newRange.endPosition = {
          row: this.newEndPosition.row + (range.endPosition.row - this.oldEndPosition.row),
          column: range.endPosition.row === this.oldEndPosition.row ? this.newEndPosition.column + (range.endPosition.column - this.oldEndPosition.column) : range.endPosition.column
        };
        if (newRange.endIndex < this.newEndIndex) {
          newRange.endIndex = Number.MAX_SAFE_INTEGER;
          newRange.endPosition = { row: Number.MAX_SAFE_INTEGER, column: Number.MAX_SAFE_INTEGER };
        }
      }
    } else if (range.endIndex > this.startIndex) {
      newRange.endIndex = this.startIndex;
      newRange.endPosition = { ...this.startPosition };
    }
    if (range.startIndex >= this.oldEndIndex) {
      newRange.startIndex = this.newEndIndex + (range.startIndex - this.oldEndIndex);
      newRange.startPosition = {
        row: this.newEndPosition.row + (range.startPosition.row - this.oldEndPosition.row),
        column: range.startPosition.row === this.oldEndPosition.row ? this.newEndPosition.column + (range.startPosition.column - this.oldEndPosition.column) : range.startPosition.column
      };
      if (newRange.startIndex < this.newEndIndex) {
        newRange.startIndex = Number.MAX_SAFE_INTEGER;
        newRange.startPosition = { row: Number.MAX_SAFE_INTEGER, column: Number.MAX_SAFE_INTEGER };
      }
    } else if (range.startIndex > this.startIndex) {
      newRange.startIndex = this.startIndex;
      newRange.startPosition = { ...this.startPosition };
    }
    return newRange;
  }
};

// src/constants.ts
var SIZE_OF_SHORT = 2;
var SIZE_OF_INT = 4;
var SIZE_OF_CURSOR = 4 * SIZE_OF_INT;
var SIZE_OF_NODE = 5 * SIZE_OF_INT;
var SIZE_OF_POINT = 2 * SIZE_OF_INT;
var SIZE_OF_RANGE = 2 * SIZE_OF_INT + 2 * SIZE_OF_POINT;
var ZERO_POINT = { row: 0, column: 0 };
var INTERNAL = /* @__PURE__ */ Symbol("INTERNAL");
function assertInternal(x) {
  if (x !== INTERNAL) throw new Error("Illegal constructor");
}
__name(assertInternal, "assertInternal");
function isPoint(point) {
  return !!point && typeof point.row === "number" && typeof point.column === "number";
}
__name(isPoint, "isPoint");
function setModule(module2) {
  C = module2;
}
__name(setModule, "setModule");
var C;

// src/finalization_registry.ts
function newFinalizer(handler) {
  try {
    return new FinalizationRegistry(handler);
  } catch (e) {
    console.error("Unsupported FinalizationRegistry:", e);
    return;
  }
}
__name(newFinalizer, "newFinalizer");

// src/lookahead_iterator.ts
var finalizer = newFinalizer((address) => {
  C._ts_lookahead_iterator_delete(address);
});
var LookaheadIterator = class {
  static {
    __name(this, "LookaheadIterator");
  }
  /** @internal */
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  language;
  /** @internal */
  positioned = false;
  /** @internal */
  constructor(internal, address, language) {
    assertInternal(internal);
    this[0] = address;
    this.language = language;
    finalizer?.register(this, address, this);
  }
  /**
   * Get the current symbol of the lookahead iterator.
   *
   * Returns `null` if the iterator is not positioned on a symbol:
   *
   * - Before the first iteration step
   * - After the iterator is exhausted
   * - After a {@link reset} or {@link resetState} call
   */
  get currentTypeId() {
    return this.positioned ? C._ts_lookahead_iterator_current_symbol(this[0]) : null;
  }
  /**
   * Get the current symbol name of the lookahead iterator.
   *
   * Returns `null` if the iterator is not positioned on a symbol.
   */
  get currentType() {
    const id = this.currentTypeId;
    if (id === null) return null;
    return this.language.types[id] ?? C.UTF8ToString(C._ts_language_symbol_name(this.language[0], id));
  }
  /** Delete the lookahead iterator, freeing its resources. */
  delete() {
    finalizer?.unregister(this);
    C._ts_lookahead_iterator_delete(this[0]);
    this[0] = 0;
  }
  /**
   * Reset the lookahead iterator.
   *
   * This returns `true` if the language was set successfully and `false`
   * otherwise.
   */
  reset(language, stateId) {
    if (C._ts_lookahead_iterator_reset(this[0], language[0], stateId)) {
      this.language = language;
      this.positioned = false;
      return true;
    }
    return false;
  }
  /**
   * Reset the lookahead iterator to another state.
   *
   * This returns `true` if the iterator was reset to the given state and
   * `false` otherwise.
   */
  resetState(stateId) {
    if (!C._ts_lookahead_iterator_reset_state(this[0], stateId)) return false;
    this.positioned = false;
    return true;
  }
  /**
   * Returns an iterator that iterates over the symbols of the lookahead iterator.
   *
   * The iterator will yield the current symbol name as a string for each step
   * until there are no more symbols to iterate over.
   */
  [Symbol.iterator]() {
    return {
      next: /* @__PURE__ */ __name(() => {
        this.positioned = Boolean(C._ts_lookahead_iterator_next(this[0]));
        const value = this.currentType;
        return value === null ? { done: true, value: "" } : { done: false, value };
      }, "next")
    };
  }
};

// src/tree.ts
function getText(tree, startIndex, endIndex, startPosition) {
  const length = endIndex - startIndex;
  let result = tree.textCallback(startIndex, startPosition);
  if (result) {
    startIndex += result.length;
    while (startIndex < endIndex) {
      const string = tree.textCallback(startIndex, startPosition);
      if (string && string.length > 0) {
        startIndex += string.length;
        result += string;
      } else {
        break;
      }
    }
    if (startIndex > endIndex) {
      result = result.slice(0, length);
    }
  }
  return result ?? "";
}
__name(getText, "getText");
var finalizer2 = newFinalizer((address) => {
  C._ts_tree_delete(address);
});
var Tree = class _Tree {
  static {
    __name(this, "Tree");
  }
  /** @internal */
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  textCallback;
  /** The language that was used to parse the syntax tree. */
  language;
  /** @internal */
  constructor(internal, address, language, textCallback) {
    assertInternal(internal);
    this[0] = address;
    this.language = language;
    this.textCallback = textCallback;
    finalizer2?.register(this, address, this);
  }
  /** Create a shallow copy of the syntax tree. This is very fast. */
  copy() {
    const address = C._ts_tree_copy(this[0]);
    return new _Tree(INTERNAL, address, this.language, this.textCallback);
  }
  /** Delete the syntax tree, freeing its resources. */
  delete() {
    finalizer2?.unregister(this);
    C._ts_tree_delete(this[0]);
    this[0] = 0;
  }
  /** Get the root node of the syntax tree. */
  get rootNode() {
    C._ts_tree_root_node_wasm(this[0]);
    return unmarshalNode(this);
  }
  /**
   * Get the root node of the syntax tree, but with its position shifted
   * forward by the given offset.
   */
  rootNodeWithOffset(offsetBytes, offsetExtent) {
    const address = TRANSFER_BUFFER + SIZE_OF_NODE;
    C.setValue(address, offsetBytes, "i32");
    marshalPoint(address + SIZE_OF_INT, offsetExtent);
    C._ts_tree_root_node_with_offset_wasm(this[0]);
    return unmarshalNode(this);
  }
  /**
   * Edit the syntax tree to keep it in sync with source code that has been
   * edited.
   *
   * You must describe the edit both in terms of byte offsets and in terms of
   * row/column coordinates.
   */
  edit(edit) {
    marshalEdit(edit);
    C._ts_tree_edit_wasm(this[0]);
  }
  /** Create a new {@link TreeCursor} starting from the root of the tree. */
  walk() {
    return this.rootNode.walk();
  }
  /**
   * Compare this old edited syntax tree to a new syntax tree representing
   * the same document, returning a sequence of ranges whose syntactic
   * structure has changed.
   *
   * For this to work correctly, this syntax tree must have been edited such
   * that its ranges match up to the new tree. Generally, you'll want to
   * call this method right after calling one of the [`Parser::parse`]
   * functions. Call it on the old tree that was passed to parse, and
   * pass the new tree that was returned from `parse`.
   */
  getChangedRanges(other) {
    if (!(other instanceof _Tree)) {
      throw new TypeError("Argument must be a Tree");
    }
    C._ts_tree_get_changed_ranges_wasm(this[0], other[0]);
    const count = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count);
    if (count > 0) {
      let address = buffer;
      for (let i2 = 0; i2 < count; i2++) {
        result[i2] = unmarshalRange(address);
        address += SIZE_OF_RANGE;
      }
      C._free(buffer);
    }
    return result;
  }
  /** Get the included ranges that were used to parse the syntax tree. */
  getIncludedRanges() {
    C._ts_tree_included_ranges_wasm(this[0]);
    const count = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count);
    if (count > 0) {
      let address = buffer;
      for (let i2 = 0; i2 < count; i2++) {
        result[i2] = unmarshalRange(address);
        address += SIZE_OF_RANGE;
      }
      C._free(buffer);
    }
    return result;
  }
};

// src/tree_cursor.ts
var finalizer3 = newFinalizer((address) => {
  C._ts_tree_cursor_delete_wasm(address);
});
var TreeCursor = class _TreeCursor {
  static {
    __name(this, "TreeCursor");
  }
  /** @internal */
  // @ts-expect-error: never read
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  // @ts-expect-error: never read
  [1] = 0;
  // Internal handle for Wasm
  /** @internal */
  // @ts-expect-error: never read
  [2] = 0;
  // Internal handle for Wasm
  /** @internal */
  // @ts-expect-error: never read
  [3] = 0;
  // Internal handle for Wasm
  /** @internal */
  tree;
  /** @internal */
  constructor(internal, tree) {
    assertInternal(internal);
    this.tree = tree;
    unmarshalTreeCursor(this);
    finalizer3?.register(this, this.tree[0], this);
  }
  /** Creates a deep copy of the tree cursor. This allocates new memory. */
  copy() {
    const copy = new _TreeCursor(INTERNAL, this.tree);
    C._ts_tree_cursor_copy_wasm(this.tree[0]);
    unmarshalTreeCursor(copy);
    return copy;
  }
  /** Delete the tree cursor, freeing its resources. */
  delete() {
    finalizer3?.unregister(this);
    marshalTreeCursor(this);
    C._ts_tree_cursor_delete_wasm(this.tree[0]);
    this[0] = this[1] = this[2] = 0;
  }
  /** Get the tree cursor's current {@link Node}. */
  get currentNode() {
    marshalTreeCursor(this);
    C._ts_tree_cursor_current_node_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /**
   * Get the numerical field id of this tree cursor's current node.
   *
   * See also {@link TreeCursor#currentFieldName}.
   */
  get currentFieldId() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_field_id_wasm(this.tree[0]);
  }
  /** Get the field name of this tree cursor's current node. */
  get currentFieldName() {
    return this.tree.language.fields[this.currentFieldId];
  }
  /**
   * Get the depth of the cursor's current node relative to the original
   * node that the cursor was constructed with.
   */
  get currentDepth() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_depth_wasm(this.tree[0]);
  }
  /**
   * Get the index of the cursor's current node out of all of the
   * descendants of the original node that the cursor was constructed with.
   */
  get currentDescendantIndex() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_descendant_index_wasm(this.tree[0]);
  }
  /** Get the type of the cursor's current node. */
  get nodeType() {
    return this.tree.language.types[this.nodeTypeId] || "ERROR";
  }
  /** Get the type id of the cursor's current node. */
  get nodeTypeId() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_node_type_id_wasm(this.tree[0]);
  }
  /** Get the state id of the cursor's current node. */
  get nodeStateId() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_node_state_id_wasm(this.tree[0]);
  }
  /** Get the id of the cursor's current node. */
  get nodeId() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_node_id_wasm(this.tree[0]);
  }
  /**
   * Check if the cursor's current node is *named*.
   *
   * Named nodes correspond to named rules in the grammar, whereas
   * *anonymous* nodes correspond to string literals in the grammar.
   */
  get nodeIsNamed() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_node_is_named_wasm(this.tree[0]) === 1;
  }
  /**
   * Check if the cursor's current node is *missing*.
   *
   * Missing nodes are inserted by the parser in order to recover from
   * certain kinds of syntax errors.
   */
  get nodeIsMissing() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_node_is_missing_wasm(this.tree[0]) === 1;
  }
  /** Get the string content of the cursor's current node. */
  get nodeText() {
    marshalTreeCursor(this);
    const startIndex = C._ts_tree_cursor_start_index_wasm(this.tree[0]);
    const endIndex = C._ts_tree_cursor_end_index_wasm(this.tree[0]);
    C._ts_tree_cursor_start_position_wasm(this.tree[0]);
    const startPosition = unmarshalPoint(TRANSFER_BUFFER);
    return getText(this.tree, startIndex, endIndex, startPosition);
  }
  /** Get the start position of the cursor's current node. */
  get startPosition() {
    marshalTreeCursor(this);
    C._ts_tree_cursor_start_position_wasm(this.tree[0]);
    return unmarshalPoint(TRANSFER_BUFFER);
  }
  /** Get the end position of the cursor's current node. */
  get endPosition() {
    marshalTreeCursor(this);
    C._ts_tree_cursor_end_position_wasm(this.tree[0]);
    return unmarshalPoint(TRANSFER_BUFFER);
  }
  /** Get the start index of the cursor's current node. */
  get startIndex() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_start_index_wasm(this.tree[0]);
  }
  /** Get the end index of the cursor's current node. */
  get endIndex() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_end_index_wasm(this.tree[0]);
  }
  /**
   * Move this cursor to the first child of its current node.
   *
   * This returns `true` if the cursor successfully moved, and returns
   * `false` if there were no children.
   */
  gotoFirstChild() {
    marshalTreeCursor(this);
    const result = C._ts_tree_cursor_goto_first_child_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move this cursor to the last child of its current node.
   *
   * This returns `true` if the cursor successfully moved, and returns
   * `false` if there were no children.
   *
   * Note that this function may be slower than
   * {@link TreeCursor#gotoFirstChild} because it needs to
   * iterate through all the children to compute the child's position.
   */
  gotoLastChild() {
    marshalTreeCursor(this);
    const result = C._ts_tree_cursor_goto_last_child_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move this cursor to the parent of its current node.
   *
   * This returns `true` if the cursor successfully moved, and returns
   * `false` if there was no parent node (the cursor was already on the
   * root node).
   *
   * Note that the node the cursor was constructed with is considered the root
   * of the cursor, and the cursor cannot walk outside this node.
   */
  gotoParent() {
    marshalTreeCursor(this);
    const result = C._ts_tree_cursor_goto_parent_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move this cursor to the next sibling of its current node.
   *
   * This returns `true` if the cursor successfully moved, and returns
   * `false` if there was no next sibling node.
   *
   * Note that the node the cursor was constructed with is considered the root
   * of the cursor, and the cursor cannot walk outside this node.
   */
  gotoNextSibling() {
    marshalTreeCursor(this);
    const result = C._ts_tree_cursor_goto_next_sibling_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move this cursor to the previous sibling of its current node.
   *
   * This returns `true` if the cursor successfully moved, and returns
   * `false` if there was no previous sibling node.
   *
   * Note that this function may be slower than
   * {@link TreeCursor#gotoNextSibling} due to how node
   * positions are stored. In the worst case, this will need to iterate
   * through all the children up to the previous sibling node to recalculate
   * its position. Also note that the node the cursor was constructed with is
   * considered the root of the cursor, and the cursor cannot walk outside this node.
   */
  gotoPreviousSibling() {
    marshalTreeCursor(this);
    const result = C._ts_tree_cursor_goto_previous_sibling_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move the cursor to the node that is the nth descendant of
   * the original node that the cursor was constructed with, where
   * zero represents the original node itself.
   */
  gotoDescendant(goalDescendantIndex) {
    marshalTreeCursor(this);
    C._ts_tree_cursor_goto_descendant_wasm(this.tree[0], goalDescendantIndex);
    unmarshalTreeCursor(this);
  }
  /**
   * Move this cursor to the first child of its current node that contains or
   * starts after the given byte offset.
   *
   * This returns `true` if the cursor successfully moved to a child node, and returns
   * `false` if no such child was found.
   */
  gotoFirstChildForIndex(goalIndex) {
    marshalTreeCursor(this);
    C.setValue(TRANSFER_BUFFER + SIZE_OF_CURSOR, goalIndex, "i32");
    const result = C._ts_tree_cursor_goto_first_child_for_index_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move this cursor to the first child of its current node that contains or
   * starts after the given byte offset.
   *
   * This returns the index of the child node if one was found, and returns
   * `null` if no such child was found.
   */
  gotoFirstChildForPosition(goalPosition) {
    marshalTreeCursor(this);
    marshalPoint(TRANSFER_BUFFER + SIZE_OF_CURSOR, goalPosition);
    const result = C._ts_tree_cursor_goto_first_child_for_position_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Re-initialize this tree cursor to start at the original node that the
   * cursor was constructed with.
   */
  reset(node) {
    marshalNode(node);
    marshalTreeCursor(this, TRANSFER_BUFFER + SIZE_OF_NODE);
    C._ts_tree_cursor_reset_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
  }
  /**
   * Re-initialize a tree cursor to the same position as another cursor.
   *
   * Unlike {@link TreeCursor#reset}, this will not lose parent
   * information and allows reusing already created cursors.
   */
  resetTo(cursor) {
    marshalTreeCursor(this, TRANSFER_BUFFER);
    marshalTreeCursor(cursor, TRANSFER_BUFFER + SIZE_OF_CURSOR);
    C._ts_tree_cursor_reset_to_wasm(this.tree[0], cursor.tree[0]);
    unmarshalTreeCursor(this);
  }
};

// src/node.ts
var Node = class {
  static {
    __name(this, "Node");
  }
  /** @internal */
  // @ts-expect-error: never read
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  _children;
  /** @internal */
  _namedChildren;
  /** @internal */
  constructor(internal, {
    id,
    tree,
    startIndex,
    startPosition,
    other
  }) {
    assertInternal(internal);
    this[0] = other;
    this.id = id;
    this.tree = tree;
    this.startIndex = startIndex;
    this.startPosition = startPosition;
  }
  /**
   * The numeric id for this node that is unique.
   *
   * Within a given syntax tree, no two nodes have the same id. However:
   *
   * * If a new tree is created based on an older tree, and a node from the old tree is reused in
   *   the process, then that node will have the same id in both trees.
   *
   * * A node not marked as having changes does not guarantee it was reused.
   *
   * * If a node is marked as having changed in the old tree, it will not be reused.
   */
  id;
  /** The byte index where this node starts. */
  startIndex;
  /** The position where this node starts. */
  startPosition;
  /** The tree that this node belongs to. */
  tree;
  /** Get this node's type as a numerical id. */
  get typeId() {
    marshalNode(this);
    return C._ts_node_symbol_wasm(this.tree[0]);
  }
  /**
   * Get the node's type as a numerical id as it appears in the grammar,
   * ignoring aliases.
   */
  get grammarId() {
    marshalNode(this);
    return C._ts_node_grammar_symbol_wasm(this.tree[0]);
  }
  /** Get this node's type as a string. */
  get type() {
    return this.tree.language.types[this.typeId] || "ERROR";
  }
  /**
   * Get this node's symbol name as it appears in the grammar, ignoring
   * aliases as a string.
   */
  get grammarType() {
    return this.tree.language.types[this.grammarId] || "ERROR";
  }
  /**
   * Check if this node is *named*.
   *
   * Named nodes correspond to named rules in the grammar, whereas
   * *anonymous* nodes correspond to string literals in the grammar.
   */
  get isNamed() {
    marshalNode(this);
    return C._ts_node_is_named_wasm(this.tree[0]) === 1;
  }
  /**
   * Check if this node is *extra*.
   *
   * Extra nodes represent things like comments, which are not required
   * by the grammar, but can appear anywhere.
   */
  get isExtra() {
    marshalNode(this);
    return C._ts_node_is_extra_wasm(this.tree[0]) === 1;
  }
  /**
   * Check if this node represents a syntax error.
   *
   * Syntax errors represent parts of the code that could not be incorporated
   * into a valid syntax tree.
   */
  get isError() {
    marshalNode(this);
    return C._ts_node_is_error_wasm(this.tree[0]) === 1;
  }
  /**
   * Check if this node is *missing*.
   *
   * Missing nodes are inserted by the parser in order to recover from
   * certain kinds of syntax errors.
   */
  get isMissing() {
    marshalNode(this);
    return C._ts_node_is_missing_wasm(this.tree[0]) === 1;
  }
  /** Check if this node has been edited. */
  get hasChanges() {
    marshalNode(this);
    return C._ts_node_has_changes_wasm(this.tree[0]) === 1;
  }
  /**
   * Check if this node represents a syntax error or contains any syntax
   * errors anywhere within it.
   */
  get hasError() {
    marshalNode(this);
    return C._ts_node_has_error_wasm(this.tree[0]) === 1;
  }
  /** Get the byte index where this node ends. */
  get endIndex() {
    marshalNode(this);
    return C._ts_node_end_index_wasm(this.tree[0]);
  }
  /** Get the position where this node ends. */
  get endPosition() {
    marshalNode(this);
    C._ts_node_end_point_wasm(this.tree[0]);
    return unmarshalPoint(TRANSFER_BUFFER);
  }
  /** Get the string content of this node. */
  get text() {
    return getText(this.tree, this.startIndex, this.endIndex, this.startPosition);
  }
  /** Get this node's parse state. */
  get parseState() {
    marshalNode(this);
    return C._ts_node_parse_state_wasm(this.tree[0]);
  }
  /** Get the parse state after this node. */
  get nextParseState() {
    marshalNode(this);
    return C._ts_node_next_parse_state_wasm(this.tree[0]);
  }
  /** Check if this node is equal to another node. */
  equals(other) {
    return this.tree === other.tree && this.id === other.id;
  }
  /**
   * Get the node's child at the given index, where zero represents the first child.
   *
   * This method is fairly fast, but its cost is technically log(n), so if
   * you might be iterating over a long list of children, you should use
   * {@link Node#children} instead.
   */
  child(index) {
    marshalNode(this);
    C._ts_node_child_wasm(this.tree[0], index);
    return unmarshalNode(this.tree);
  }
  /**
   * Get this node's *named* child at the given index.
   *
   * See also {@link Node#isNamed}.
   * This method is fairly fast, but its cost is technically log(n), so if
   * you might be iterating over a long list of children, you should use
   * {@link Node#namedChildren} instead.
   */
  namedChild(index) {
    marshalNode(this);
    C._ts_node_named_child_wasm(this.tree[0], index);
    return unmarshalNode(this.tree);
  }
  /**
   * Get this node's child with the given numerical field id.
   *
   * See also {@link Node#childForFieldName}. You can
   * convert a field name to an id using {@link Language#fieldIdForName}.
   */
  childForFieldId(fieldId) {
    marshalNode(this);
    C._ts_node_child_by_field_id_wasm(this.tree[0], fieldId);
    return unmarshalNode(this.tree);
  }
  /**
   * Get the first child with the given field name.
   *
   * If multiple children may have the same field name, access them using
   * {@link Node#childrenForFieldName}.
   */
  childForFieldName(fieldName) {
    const fieldId = this.tree.language.fields.indexOf(fieldName);
    if (fieldId !== -1) return this.childForFieldId(fieldId);
    return null;
  }
  /** Get the field name of this node's child at the given index. */
  fieldNameForChild(index) {
    marshalNode(this);
    const address = C._ts_node_field_name_for_child_wasm(this.tree[0], index);
    if (!address) return null;
    return C.AsciiToString(address);
  }
  /** Get the field name of this node's named child at the given index. */
  fieldNameForNamedChild(index) {
    marshalNode(this);
    const address = C._ts_node_field_name_for_named_child_wasm(this.tree[0], index);
    if (!address) return null;
    return C.AsciiToString(address);
  }
  /**
   * Get an array of this node's children with a given field name.
   *
   * See also {@link Node#children}.
   */
  childrenForFieldName(fieldName) {
    const fieldId = this.tree.language.fields.indexOf(fieldName);
    if (fieldId !== -1 && fieldId !== 0) return this.childrenForFieldId(fieldId);
    return [];
  }
  /**
    * Get an array of this node's children with a given field id.
    *
    * See also {@link Node#childrenForFieldName}.
    */
  childrenForFieldId(fieldId) {
    marshalNode(this);
    C._ts_node_children_by_field_id_wasm(this.tree[0], fieldId);
    const count = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count);
    if (count > 0) {
      let address = buffer;
      for (let i2 = 0; i2 < count; i2++) {
        result[i2] = unmarshalNode(this.tree, address);
        address += SIZE_OF_NODE;
      }
      C._free(buffer);
    }
    return result;
  }
  /** Get the node's first child that contains or starts after the given byte offset. */
  firstChildForIndex(index) {
    marshalNode(this);
    const address = TRANSFER_BUFFER + SIZE_OF_NODE;
    C.setValue(address, index, "i32");
    C._ts_node_first_child_for_byte_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the node's first named child that contains or starts after the given byte offset. */
  firstNamedChildForIndex(index) {
    marshalNode(this);
    const address = TRANSFER_BUFFER + SIZE_OF_NODE;
    C.setValue(address, index, "i32");
    C._ts_node_first_named_child_for_byte_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get this node's number of children. */
  get childCount() {
    marshalNode(this);
    return C._ts_node_child_count_wasm(this.tree[0]);
  }
  /**
   * Get this node's number of *named* children.
   *
   * See also {@link Node#isNamed}.
   */
  get namedChildCount() {
    marshalNode(this);
    return C._ts_node_named_child_count_wasm(this.tree[0]);
  }
  /** Get this node's first child. */
  get firstChild() {
    return this.child(0);
  }
  /**
   * Get this node's first named child.
   *
   * See also {@link Node#isNamed}.
   */
  get firstNamedChild() {
    return this.namedChild(0);
  }
  /** Get this node's last child. */
  get lastChild() {
    return this.child(this.childCount - 1);
  }
  /**
   * Get this node's last named child.
   *
   * See also {@link Node#isNamed}.
   */
  get lastNamedChild() {
    return this.namedChild(this.namedChildCount - 1);
  }
  /**
   * Iterate over this node's children.
   *
   * If you're walking the tree recursively, you may want to use the
   * {@link TreeCursor} APIs directly instead.
   */
  get children() {
    if (!this._children) {
      marshalNode(this);
      C._ts_node_children_wasm(this.tree[0]);
      const count = C.getValue(TRANSFER_BUFFER, "i32");
      const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
      this._children = new Array(count);
      if (count > 0) {
        let address = buffer;
        for (let i2 = 0; i2 < count; i2++) {
          this._children[i2] = unmarshalNode(this.tree, address);
          address += SIZE_OF_NODE;
        }
        C._free(buffer);
      }
    }
    return this._children;
  }
  /**
   * Iterate over this node's named children.
   *
   * See also {@link Node#children}.
   */
  get namedChildren() {
    if (!this._namedChildren) {
      marshalNode(this);
      C._ts_node_named_children_wasm(this.tree[0]);
      const count = C.getValue(TRANSFER_BUFFER, "i32");
      const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
      this._namedChildren = new Array(count);
      if (count > 0) {
        let address = buffer;
        for (let i2 = 0; i2 < count; i2++) {
          this._namedChildren[i2] = unmarshalNode(this.tree, address);
          address += SIZE_OF_NODE;
        }
        C._free(buffer);
      }
    }
    return this._namedChildren;
  }
  /**
   * Get the descendants of this node that are the given type, or in the given types array.
   *
   * The types array should contain node type strings, which can be retrieved from {@link Language#types}.
   *
   * Additionally, a `startPosition` and `endPosition` can be passed in to restrict the search to a byte range.
   */
  descendantsOfType(types, startPosition = ZERO_POINT, endPosition = ZERO_POINT) {
    if (!Array.isArray(types)) types = [types];
    const symbols = [];
    const typesBySymbol = this.tree.language.types;
    for (const node_type of types) {
      if (node_type == "ERROR") {
        symbols.push(65535);
      }
    }
    for (let i2 = 0, n = typesBySymbol.length; i2 < n; i2++) {
      if (types.includes(typesBySymbol[i2])) {
        symbols.push(i2);
      }
    }
    const symbolsAddress = C._malloc(SIZE_OF_INT * symbols.length);
    for (let i2 = 0, n = symbols.length; i2 < n; i2++) {
      C.setValue(symbolsAddress + i2 * SIZE_OF_INT, symbols[i2], "i32");
    }
    marshalNode(this);
    C._ts_node_descendants_of_type_wasm(
      this.tree[0],
      symbolsAddress,
      symbols.length,
      startPosition.row,
      startPosition.column,
      endPosition.row,
      endPosition.column
    );
    const descendantCount = C.getValue(TRANSFER_BUFFER, "i32");
    const descendantAddress = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(descendantCount);
    if (descendantCount > 0) {
      let address = descendantAddress;
      for (let i2 = 0; i2 < descendantCount; i2++) {
        result[i2] = unmarshalNode(this.tree, address);
        address += SIZE_OF_NODE;
      }
    }
    C._free(descendantAddress);
    C._free(symbolsAddress);
    return result;
  }
  /** Get this node's next sibling. */
  get nextSibling() {
    marshalNode(this);
    C._ts_node_next_sibling_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get this node's previous sibling. */
  get previousSibling() {
    marshalNode(this);
    C._ts_node_prev_sibling_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /**
   * Get this node's next *named* sibling.
   *
   * See also {@link Node#isNamed}.
   */
  get nextNamedSibling() {
    marshalNode(this);
    C._ts_node_next_named_sibling_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /**
   * Get this node's previous *named* sibling.
   *
   * See also {@link Node#isNamed}.
   */
  get previousNamedSibling() {
    marshalNode(this);
    C._ts_node_prev_named_sibling_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the node's number of descendants, including one for the node itself. */
  get descendantCount() {
    marshalNode(this);
    return C._ts_node_descendant_count_wasm(this.tree[0]);
  }
  /**
   * Get this node's immediate parent.
   * Prefer {@link Node#childWithDescendant} for iterating over this node's ancestors.
   */
  get parent() {
    marshalNode(this);
    C._ts_node_parent_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /**
   * Get the node that contains `descendant`.
   *
   * Note that this can return `descendant` itself.
   */
  childWithDescendant(descendant) {
    marshalNode(this);
    marshalNode(descendant, 1);
    C._ts_node_child_with_descendant_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the smallest node within this node that spans the given byte range. */
  descendantForIndex(start2, end = start2) {
    if (typeof start2 !== "number" || typeof end !== "number") {
      throw new Error("Arguments must be numbers");
    }
    marshalNode(this);
    const address = TRANSFER_BUFFER + SIZE_OF_NODE;
    C.setValue(address, start2, "i32");
    C.setValue(address + SIZE_OF_INT, end, "i32");
    C._ts_node_descendant_for_index_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the smallest named node within this node that spans the given byte range. */
  namedDescendantForIndex(start2, end = start2) {
    if (typeof start2 !== "number" || typeof end !== "number") {
      throw new Error("Arguments must be numbers");
    }
    marshalNode(this);
    const address = TRANSFER_BUFFER + SIZE_OF_NODE;
    C.setValue(address, start2, "i32");
    C.setValue(address + SIZE_OF_INT, end, "i32");
    C._ts_node_named_descendant_for_index_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the smallest node within this node that spans the given point range. */
  descendantForPosition(start2, end = start2) {
    if (!isPoint(start2) || !isPoint(end)) {
      throw new Error("Arguments must be {row, column} objects");
    }
    marshalNode(this);
    const address = TRANSFER_BUFFER + SIZE_OF_NODE;
    marshalPoint(address, start2);
    marshalPoint(address + SIZE_OF_POINT, end);
    C._ts_node_descendant_for_position_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the smallest named node within this node that spans the given point range. */
  namedDescendantForPosition(start2, end = start2) {
    if (!isPoint(start2) || !isPoint(end)) {
      throw new Error("Arguments must be {row, column} objects");
    }
    marshalNode(this);
    const address = TRANSFER_BUFFER + SIZE_OF_NODE;
    marshalPoint(address, start2);
    marshalPoint(address + SIZE_OF_POINT, end);
    C._ts_node_named_descendant_for_position_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /**
   * Create a new {@link TreeCursor} starting from this node.
   *
   * Note that the given node is considered the root of the cursor,
   * and the cursor cannot walk outside this node.
   */
  walk() {
    marshalNode(this);
    C._ts_tree_cursor_new_wasm(this.tree[0]);
    return new TreeCursor(INTERNAL, this.tree);
  }
  /**
   * Edit this node to keep it in-sync with source code that has been edited.
   *
   * This function is only rarely needed. When you edit a syntax tree with
   * the {@link Tree#edit} method, all of the nodes that you retrieve from
   * the tree afterward will already reflect the edit. You only need to
   * use {@link Node#edit} when you have a specific {@link Node} instance that
   * you want to keep and continue to use after an edit.
   */
  edit(edit) {
    if (this.startIndex >= edit.oldEndIndex) {
      this.startIndex = edit.newEndIndex + (this.startIndex - edit.oldEndIndex);
      let subbedPointRow;
      let subbedPointColumn;
      if (this.startPosition.row > edit.oldEndPosition.row) {
        subbedPointRow = this.startPosition.row - edit.oldEndPosition.row;
        subbedPointColumn = this.startPosition.column;
      } else {
        subbedPointRow = 0;
        subbedPointColumn = this.startPosition.column;
        if (this.startPosition.column >= edit.oldEndPosition.column) {
          subbedPointColumn = this.startPosition.column - edit.oldEndPosition.column;
        }
      }
      if (subbedPointRow > 0) {
        this.startPosition.row += subbedPointRow;
        this.startPosition.column = subbedPointColumn;
      } else {
        this.startPosition.column += subbedPointColumn;
      }
    } else if (this.startIndex > edit.startIndex) {
      this.startIndex = edit.newEndIndex;
      this.startPosition.row = edit.newEndPosition.row;
      this.startPosition.column = edit.newEndPosition.column;
    }
  }
  /** Get the S-expression representation of this node. */
  toString() {
    marshalNode(this);
    const address = C._ts_node_to_string_wasm(this.tree[0]);
    const result = C.AsciiToString(address);
    C._free(address);
    return result;
  }
};

// src/marshal.ts
function unmarshalCaptures(query, tree, address, patternIndex, result) {
  for (let i2 = 0, n = result.length; i2 < n; i2++) {
    const captureIndex = C.getValue(address, "i32");
    address += SIZE_OF_INT;
    const node = unmarshalNode(tree, address);
    address += SIZE_OF_NODE;
    result[i2] = { patternIndex, name: query.captureNames[captureIndex], node };
  }
  return address;
}
__name(unmarshalCaptures, "unmarshalCaptures");
function marshalNode(node, index = 0) {
  let address = TRANSFER_BUFFER + index * SIZE_OF_NODE;
  C.setValue(address, node.id, "i32");
  address += SIZE_OF_INT;
  C.setValue(address, node.startIndex, "i32");
  address += SIZE_OF_INT;
  C.setValue(address, node.startPosition.row, "i32");
  address += SIZE_OF_INT;
  C.setValue(address, node.startPosition.column, "i32");
  address += SIZE_OF_INT;
  C.setValue(address, node[0], "i32");
}
__name(marshalNode, "marshalNode");
function unmarshalNode(tree, address = TRANSFER_BUFFER) {
  const id = C.getValue(address, "i32");
  address += SIZE_OF_INT;
  if (id === 0) return null;
  const index = C.getValue(address, "i32");
  address += SIZE_OF_INT;
  const row = C.getValue(address, "i32");
  address += SIZE_OF_INT;
  const column = C.getValue(address, "i32");
  address += SIZE_OF_INT;
  const other = C.getValue(address, "i32");
  const result = new Node(INTERNAL, {
    id,
    tree,
    startIndex: index,
    startPosition: { row, column },
    other
  });
  return result;
}
__name(unmarshalNode, "unmarshalNode");
function marshalTreeCursor(cursor, address = TRANSFER_BUFFER) {
  C.setValue(address + 0 * SIZE_OF_INT, cursor[0], "i32");
  C.setValue(address + 1 * SIZE_OF_INT, cursor[1], "i32");
  C.setValue(address + 2 * SIZE_OF_INT, cursor[2], "i32");
  C.setValue(address + 3 * SIZE_OF_INT, cursor[3], "i32");
}
__name(marshalTreeCursor, "marshalTreeCursor");
function unmarshalTreeCursor(cursor) {
  cursor[0] = C.getValue(TRANSFER_BUFFER + 0 * SIZE_OF_INT, "i32");
  cursor[1] = C.getValue(TRANSFER_BUFFER + 1 * SIZE_OF_INT, "i32");
  cursor[2] = C.getValue(TRANSFER_BUFFER + 2 * SIZE_OF_INT, "i32");
  cursor[3] = C.getValue(TRANSFER_BUFFER + 3 * SIZE_OF_INT, "i32");
}
__name(unmarshalTreeCursor, "unmarshalTreeCursor");
function marshalPoint(address, point) {
  C.setValue(address, point.row, "i32");
  C.setValue(address + SIZE_OF_INT, point.column, "i32");
}
__name(marshalPoint, "marshalPoint");
function unmarshalPoint(address) {
  const result = {
    row: C.getValue(address, "i32") >>> 0,
    column: C.getValue(address + SIZE_OF_INT, "i32") >>> 0
  };
  return result;
}
__name(unmarshalPoint, "unmarshalPoint");
function marshalRange(address, range) {
  marshalPoint(address, range.startPosition);
  address += SIZE_OF_POINT;
  marshalPoint(address, range.endPosition);
  address += SIZE_OF_POINT;
  C.setValue(address, range.startIndex, "i32");
  address += SIZE_OF_INT;
  C.setValue(address, range.endIndex, "i32");
  address += SIZE_OF_INT;
}
__name(marshalRange, "marshalRange");
function unmarshalRange(address) {
  const result = {};
  result.startPosition = unmarshalPoint(address);
  address += SIZE_OF_POINT;
  result.endPosition = unmarshalPoint(address);
  address += SIZE_OF_POINT;
  result.startIndex = C.getValue(address, "i32") >>> 0;
  address += SIZE_OF_INT;
  result.endIndex = C.getValue(address, "i32") >>> 0;
  return result;
}
__name(unmarshalRange, "unmarshalRange");
function marshalEdit(edit, address = TRANSFER_BUFFER) {
  marshalPoint(address, edit.startPosition);
  address += SIZE_OF_POINT;
  marshalPoint(address, edit.oldEndPosition);
  address += SIZE_OF_POINT;
  marshalPoint(address, edit.newEndPosition);
  address += SIZE_OF_POINT;
  C.setValue(address, edit.startIndex, "i32");
  address += SIZE_OF_INT;
  C.setValue(address, edit.oldEndIndex, "i32");
  address += SIZE_OF_INT;
  C.setValue(address, edit.newEndIndex, "i32");
  address += SIZE_OF_INT;
}
__name(marshalEdit, "marshalEdit");
function unmarshalLanguageMetadata(address) {
  const major_version = C.getValue(address, "i32");
  const minor_version = C.getValue(address += SIZE_OF_INT, "i32");
  const patch_version = C.getValue(address += SIZE_OF_INT, "i32");
  return { major_version, minor_version, patch_version };
}
__name(unmarshalLanguageMetadata, "unmarshalLanguageMetadata");

// src/language.ts
var LANGUAGE_FUNCTION_REGEX = /^tree_sitter_\w+$/;
var Language = class _Language {
  static {
    __name(this, "Language");
  }
  /** @internal */
  [0] = 0;
  // Internal handle for Wasm
  /**
   * A list of all node types in the language. The index of each type in this
   * array is its node type id.
   */
  types;
  /**
   * A list of all field names in the language. The index of each field name in
   * this array is its field id.
   */
  fields;
  /** @internal */
  constructor(internal, address) {
    assertInternal(internal);
    this[0] = address;
    this.types = new Array(C._ts_language_symbol_count(this[0]));
    for (let i2 = 0, n = this.types.length; i2 < n; i2++) {
      if (C._ts_language_symbol_type(this[0], i2) < 2) {
        this.types[i2] = C.UTF8ToString(C._ts_language_symbol_name(this[0], i2));
      }
    }
    this.fields = new Array(C._ts_language_field_count(this[0]) + 1);
    for (let i2 = 0, n = this.fields.length; i2 < n; i2++) {
      const fieldName = C._ts_language_field_name_for_id(this[0], i2);
      if (fieldName !== 0) {
        this.fields[i2] = C.UTF8ToString(fieldName);
      } else {
        this.fields[i2] = null;
      }
    }
  }
  /**
   * Gets the name of the language.
   */
  get name() {
    const ptr = C._ts_language_name(this[0]);
    if (ptr === 0) return null;
    return C.UTF8ToString(ptr);
  }
  /**
   * Gets the ABI version of the language.
   */
  get abiVersion() {
    return C._ts_language_abi_version(this[0]);
  }
  /**
  * Get the metadata for this language. This information is generated by the
  * CLI, and relies on the language author providing the correct metadata in
  * the language's `tree-sitter.json` file.
  */
  get metadata() {
    C._ts_language_metadata_wasm(this[0]);
    const length = C.getValue(TRANSFER_BUFFER, "i32");
    if (length === 0) return null;
    return unmarshalLanguageMetadata(TRANSFER_BUFFER + SIZE_OF_INT);
  }
  /**
   * Gets the number of fields in the language.
   */
  get fieldCount() {
    return this.fields.length - 1;
  }
  /**
   * Gets the number of states in the language.
   */
  get stateCount() {
    return C._ts_language_state_count(this[0]);
  }
  /**
   * Get the field id for a field name.
   */
  fieldIdForName(fieldName) {
    const result = this.fields.indexOf(fieldName);
    return result !== -1 ? result : null;
  }
  /**
   * Get the field name for a field id.
   */
  fieldNameForId(fieldId) {
    return this.fields[fieldId] ?? null;
  }
  /**
   * Get the node type id for a node type name.
   */
  idForNodeType(type, named) {
    const typeLength = C.lengthBytesUTF8(type);
    const typeAddress = C._malloc(typeLength + 1);
    C.stringToUTF8(type, typeAddress, typeLength + 1);
    const result = C._ts_language_symbol_for_name(this[0], typeAddress, typeLength, named ? 1 : 0);
    C._free(typeAddress);
    return result || null;
  }
  /**
   * Gets the number of node types in the language.
   */
  get nodeTypeCount() {
    return C._ts_language_symbol_count(this[0]);
  }
  /**
   * Get the node type name for a node type id.
   */
  nodeTypeForId(typeId) {
    const name2 = C._ts_language_symbol_name(this[0], typeId);
    return name2 ? C.UTF8ToString(name2) : null;
  }
  /**
   * Check if a node type is named.
   *
   * @see {@link https://tree-sitter.github.io/tree-sitter/using-parsers/2-basic-parsing.html#named-vs-anonymous-nodes}
   */
  nodeTypeIsNamed(typeId) {
    return C._ts_language_type_is_named_wasm(this[0], typeId) ? true : false;
  }
  /**
   * Check if a node type is visible.
   */
  nodeTypeIsVisible(typeId) {
    return C._ts_language_type_is_visible_wasm(this[0], typeId) ? true : false;
  }
  /**
   * Get the supertypes ids of this language.
   *
   * @see {@link https://tree-sitter.github.io/tree-sitter/using-parsers/6-static-node-types.html?highlight=supertype#supertype-nodes}
   */
  get supertypes() {
    C._ts_language_supertypes_wasm(this[0]);
    const count = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count);
    if (count > 0) {
      let address = buffer;
      for (let i2 = 0; i2 < count; i2++) {
        result[i2] = C.getValue(address, "i16");
        address += SIZE_OF_SHORT;
      }
    }
    return result;
  }
  /**
   * Get the subtype ids for a given supertype node id.
   */
  subtypes(supertype) {
    C._ts_language_subtypes_wasm(this[0], supertype);
    const count = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count);
    if (count > 0) {
      let address = buffer;
      for (let i2 = 0; i2 < count; i2++) {
        result[i2] = C.getValue(address, "i16");
        address += SIZE_OF_SHORT;
      }
    }
    return result;
  }
  /**
   * Get the next state id for a given state id and node type id.
   */
  nextState(stateId, typeId) {
    return C._ts_language_next_state(this[0], stateId, typeId);
  }
  /**
   * Create a new lookahead iterator for this language and parse state.
   *
   * This returns `null` if state is invalid for this language.
   *
   * Iterating {@link LookaheadIterator} will yield valid symbols in the given
   * parse state. A newly created iterator is not positioned on a symbol, so
   * {@link LookaheadIterator#currentType} returns `null` until the first
   * iteration step.
   *
   * Lookahead iterators can be useful for generating suggestions and improving
   * syntax error diagnostics. To get symbols valid in an `ERROR` node, use the
   * lookahead iterator on its first leaf node state. For `MISSING` nodes, a
   * lookahead iterator created on the previous non-extra leaf node may be
   * appropriate.
   */
  lookaheadIterator(stateId) {
    const address = C._ts_lookahead_iterator_new(this[0], stateId);
    if (address) return new LookaheadIterator(INTERNAL, address, this);
    return null;
  }
  /**
   * Load a language from a WebAssembly module.
   * The module can be provided as a path to a file, a `URL` to a file, or as a
   * buffer.
   */
  static async load(input) {
    let binary2;
    if (input instanceof Uint8Array) {
      binary2 = input;
    } else if (globalThis.process?.versions.node) {
      const fs2 = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 943, 19));
      binary2 = await fs2.readFile(input);
    } else {
      const response = await fetch(input);
      if (!response.ok) {
        const body2 = await response.text();
        throw new Error(`Language.load failed with status ${response.status}.

${body2}`);
      }
      const retryResp = response.clone();
      try {
        binary2 = await WebAssembly.compileStreaming(response);
      } catch (reason) {
        console.error("wasm streaming compile failed:", reason);
        console.error("falling back to ArrayBuffer instantiation");
        binary2 = new Uint8Array(await retryResp.arrayBuffer());
      }
    }
    const mod = await C.loadWebAssemblyModule(binary2, { loadAsync: true });
    return _Language.loadFromWasmExports(mod, { sync: false });
  }
  static loadFromWasmExports(mod, { sync }) {
    const symbolNames = Object.keys(mod);
    const functionName = symbolNames.find((key) => LANGUAGE_FUNCTION_REGEX.test(key) && !key.includes("external_scanner_"));
    if (!functionName) {
      console.log(`Couldn't find language function in Wasm file. Symbols:
${JSON.stringify(symbolNames, null, 2)}`);
      throw new Error(`Language.${sync ? "loadSync" : "load"} failed: no language function found in Wasm file`);
    }
    const languageAddress = mod[functionName]();
    return new _Language(INTERNAL, languageAddress);
  }
  /**
   * Load a language synchronously from a pre-compiled WebAssembly module.
   * Use this when the host environment provides a `WebAssembly.Module` directly.
   */
  static loadSync(wasmModule) {
    const mod = C.loadWebAssemblyModule(wasmModule, { loadAsync: false });
    return _Language.loadFromWasmExports(mod, { sync: true });
  }
};

// lib/web-tree-sitter.mjs
async function Module2(moduleArg = {}) {
  var moduleRtn;
  var Module = moduleArg;
  var ENVIRONMENT_IS_WEB = typeof window == "object";
  var ENVIRONMENT_IS_WORKER = typeof WorkerGlobalScope != "undefined";
  var ENVIRONMENT_IS_NODE = typeof process == "object" && process.versions?.node && process.type != "renderer";
  if (ENVIRONMENT_IS_NODE) {
    
  }
  Module.currentQueryProgressCallback = null;
  Module.currentProgressCallback = null;
  Module.currentLogCallback = null;
  Module.currentParseCallback = null;
  var arguments_ = [];
  var thisProgram = "./this.program";
  var quit_ = /* @__PURE__ */ __name((status, toThrow) => {
    throw toThrow;
  }, "quit_");
  var _scriptName = require("url").pathToFileURL(__filename).href;
  var scriptDirectory = "";
  function locateFile(path) {
    if (Module["locateFile"]) {
      return Module["locateFile"](path, scriptDirectory);
    }
    return scriptDirectory + path;
  }
  __name(locateFile, "locateFile");
  var readAsync, readBinary;
  if (ENVIRONMENT_IS_NODE) {
    var fs = require("fs");
    if (_scriptName.startsWith("file:")) {
      scriptDirectory = require("path").dirname(require("url").fileURLToPath(_scriptName)) + "/";
    }
    readBinary = /* @__PURE__ */ __name((filename) => {
      filename = isFileURI(filename) ? new URL(filename) : filename;
      var ret = fs.readFileSync(filename);
      return ret;
    }, "readBinary");
    readAsync = /* @__PURE__ */ __name(async (filename, binary2 = true) => {
      filename = isFileURI(filename) ? new URL(filename) : filename;
      var ret = fs.readFileSync(filename, binary2 ? void 0 : "utf8");
      return ret;
    }, "readAsync");
    if (process.argv.length > 1) {
      thisProgram = process.argv[1].replace(/\\/g, "/");
    }
    arguments_ = process.argv.slice(2);
    quit_ = /* @__PURE__ */ __name((status, toThrow) => {
      process.exitCode = status;
      throw toThrow;
    }, "quit_");
  } else if (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER) {
    try {
      scriptDirectory = new URL(".", _scriptName).href;
    } catch {
    }
    {
      if (ENVIRONMENT_IS_WORKER) {
        readBinary = /* @__PURE__ */ __name((url) => {
          var xhr = new XMLHttpRequest();
          xhr.open("GET", url, false);
          xhr.responseType = "arraybuffer";
          xhr.send(null);
          return new Uint8Array(
            /** @type{!ArrayBuffer} */
            xhr.response
          );
        }, "readBinary");
      }
      readAsync = /* @__PURE__ */ __name(async (url) => {
        if (isFileURI(url)) {
          return new Promise((resolve, reject) => {
            var xhr = new XMLHttpRequest();
            xhr.open("GET", url, true);
            xhr.responseType = "arraybuffer";
            xhr.onload = () => {
              if (xhr.status == 200 || xhr.status == 0 && xhr.response) {
                resolve(xhr.response);
                return;
              }
              reject(xhr.status);
            };
            xhr.onerror = reject;
            xhr.send(null);
          });
        }
        var response = await fetch(url, {
          credentials: "same-origin"
        });
        if (response.ok) {
          return response.arrayBuffer();
        }
        throw new Error(response.status + " : " + response.url);
      }, "readAsync");
    }
  } else {
  }
  var out = console.log.bind(console);
  var err = console.error.bind(console);
  var dynamicLibraries = [];
  var wasmBinary;
  var ABORT = false;
  var EXITSTATUS;
  var isFileURI = /* @__PURE__ */ __name((filename) => filename.startsWith("file://"), "isFileURI");
  var readyPromiseResolve, readyPromiseReject;
  var wasmMemory;
  var HEAP8, HEAPU8, HEAP16, HEAPU16, HEAP32, HEAPU32, HEAPF32, HEAPF64;
  var HEAP64, HEAPU64;
  var HEAP_DATA_VIEW;
  var runtimeInitialized = false;
  function updateMemoryViews() {
    var b = wasmMemory.buffer;
    Module["HEAP8"] = HEAP8 = new Int8Array(b);
    Module["HEAP16"] = HEAP16 = new Int16Array(b);
    Module["HEAPU8"] = HEAPU8 = new Uint8Array(b);
    Module["HEAPU16"] = HEAPU16 = new Uint16Array(b);
    Module["HEAP32"] = HEAP32 = new Int32Array(b);
    Module["HEAPU32"] = HEAPU32 = new Uint32Array(b);
    Module["HEAPF32"] = HEAPF32 = new Float32Array(b);
    Module["HEAPF64"] = HEAPF64 = new Float64Array(b);
    Module["HEAP64"] = HEAP64 = new BigInt64Array(b);
    Module["HEAPU64"] = HEAPU64 = new BigUint64Array(b);
    Module["HEAP_DATA_VIEW"] = HEAP_DATA_VIEW = new DataView(b);
    LE_HEAP_UPDATE();
  }
  __name(updateMemoryViews, "updateMemoryViews");
  function initMemory() {
    if (Module["wasmMemory"]) {
      wasmMemory = Module["wasmMemory"];
    } else {
      var INITIAL_MEMORY = Module["INITIAL_MEMORY"] || 33554432;
      wasmMemory = new WebAssembly.Memory({
        "initial": INITIAL_MEMORY / 65536,
        // In theory we should not need to emit the maximum if we want "unlimited"
        // or 4GB of memory, but VMs error on that atm, see
        // https://github.com/emscripten-core/emscripten/issues/14130
        // And in the pthreads case we definitely need to emit a maximum. So
        // always emit one.
        "maximum": 32768
      });
    }
    updateMemoryViews();
  }
  __name(initMemory, "initMemory");
  var __RELOC_FUNCS__ = [];
  function preRun() {
    if (Module["preRun"]) {
      if (typeof Module["preRun"] == "function") Module["preRun"] = [Module["preRun"]];
      while (Module["preRun"].length) {
        addOnPreRun(Module["preRun"].shift());
      }
    }
    callRuntimeCallbacks(onPreRuns);
  }
  __name(preRun, "preRun");
  function initRuntime() {
    runtimeInitialized = true;
    callRuntimeCallbacks(__RELOC_FUNCS__);
    wasmExports["__wasm_call_ctors"]();
    callRuntimeCallbacks(onPostCtors);
  }
  __name(initRuntime, "initRuntime");
  function preMain() {
  }
  __name(preMain, "preMain");
  function postRun() {
    if (Module["postRun"]) {
      if (typeof Module["postRun"] == "function") Module["postRun"] = [Module["postRun"]];
      while (Module["postRun"].length) {
        addOnPostRun(Module["postRun"].shift());
      }
    }
    callRuntimeCallbacks(onPostRuns);
  }
  __name(postRun, "postRun");
  function abort(what) {
    Module["onAbort"]?.(what);
    what = "Aborted(" + what + ")";
    err(what);
    ABORT = true;
    what += ". Build with -sASSERTIONS for more info.";
    var e = new WebAssembly.RuntimeError(what);
    readyPromiseReject?.(e);
    throw e;
  }
  __name(abort, "abort");
  var wasmBinaryFile;
  function findWasmBinary() {
    if (Module["locateFile"]) {
      return locateFile("web-tree-sitter.wasm");
    }
    return new URL(/* asset import */ __nccwpck_require__(879), __nccwpck_require__.b).href;
  }
  __name(findWasmBinary, "findWasmBinary");
  function getBinarySync(file) {
    if (file == wasmBinaryFile && wasmBinary) {
      return new Uint8Array(wasmBinary);
    }
    if (readBinary) {
      return readBinary(file);
    }
    throw "both async and sync fetching of the wasm failed";
  }
  __name(getBinarySync, "getBinarySync");
  async function getWasmBinary(binaryFile) {
    if (!wasmBinary) {
      try {
        var response = await readAsync(binaryFile);
        return new Uint8Array(response);
      } catch {
      }
    }
    return getBinarySync(binaryFile);
  }
  __name(getWasmBinary, "getWasmBinary");
  async function instantiateArrayBuffer(binaryFile, imports) {
    try {
      var binary2 = await getWasmBinary(binaryFile);
      var instance2 = await WebAssembly.instantiate(binary2, imports);
      return instance2;
    } catch (reason) {
      err(`failed to asynchronously prepare wasm: ${reason}`);
      abort(reason);
    }
  }
  __name(instantiateArrayBuffer, "instantiateArrayBuffer");
  async function instantiateAsync(binary2, binaryFile, imports) {
    if (!binary2 && !isFileURI(binaryFile) && !ENVIRONMENT_IS_NODE) {
      try {
        var response = fetch(binaryFile, {
          credentials: "same-origin"
        });
        var instantiationResult = await WebAssembly.instantiateStreaming(response, imports);
        return instantiationResult;
      } catch (reason) {
        err(`wasm streaming compile failed: ${reason}`);
        err("falling back to ArrayBuffer instantiation");
      }
    }
    return instantiateArrayBuffer(binaryFile, imports);
  }
  __name(instantiateAsync, "instantiateAsync");
  function getWasmImports() {
    return {
      "env": wasmImports,
      "wasi_snapshot_preview1": wasmImports,
      "GOT.mem": new Proxy(wasmImports, GOTHandler),
      "GOT.func": new Proxy(wasmImports, GOTHandler)
    };
  }
  __name(getWasmImports, "getWasmImports");
  async function createWasm() {
    function receiveInstance(instance2, module2) {
      wasmExports = instance2.exports;
      wasmExports = relocateExports(wasmExports, 1024);
      var metadata2 = getDylinkMetadata(module2);
      if (metadata2.neededDynlibs) {
        dynamicLibraries = metadata2.neededDynlibs.concat(dynamicLibraries);
      }
      mergeLibSymbols(wasmExports, "main");
      LDSO.init();
      loadDylibs();
      __RELOC_FUNCS__.push(wasmExports["__wasm_apply_data_relocs"]);
      assignWasmExports(wasmExports);
      return wasmExports;
    }
    __name(receiveInstance, "receiveInstance");
    function receiveInstantiationResult(result2) {
      return receiveInstance(result2["instance"], result2["module"]);
    }
    __name(receiveInstantiationResult, "receiveInstantiationResult");
    var info2 = getWasmImports();
    if (Module["instantiateWasm"]) {
      return new Promise((resolve, reject) => {
        Module["instantiateWasm"](info2, (mod, inst) => {
          resolve(receiveInstance(mod, inst));
        });
      });
    }
    wasmBinaryFile ??= findWasmBinary();
    var result = await instantiateAsync(wasmBinary, wasmBinaryFile, info2);
    var exports = receiveInstantiationResult(result);
    return exports;
  }
  __name(createWasm, "createWasm");
  class ExitStatus {
    static {
      __name(this, "ExitStatus");
    }
    name = "ExitStatus";
    constructor(status) {
      this.message = `Program terminated with exit(${status})`;
      this.status = status;
    }
  }
  var GOT = {};
  var currentModuleWeakSymbols = /* @__PURE__ */ new Set([]);
  var GOTHandler = {
    get(obj, symName) {
      var rtn = GOT[symName];
      if (!rtn) {
        rtn = GOT[symName] = new WebAssembly.Global({
          "value": "i32",
          "mutable": true
        });
      }
      if (!currentModuleWeakSymbols.has(symName)) {
        rtn.required = true;
      }
      return rtn;
    }
  };
  var LE_ATOMICS_NATIVE_BYTE_ORDER = [];
  var LE_HEAP_LOAD_F32 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getFloat32(byteOffset, true), "LE_HEAP_LOAD_F32");
  var LE_HEAP_LOAD_F64 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getFloat64(byteOffset, true), "LE_HEAP_LOAD_F64");
  var LE_HEAP_LOAD_I16 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getInt16(byteOffset, true), "LE_HEAP_LOAD_I16");
  var LE_HEAP_LOAD_I32 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getInt32(byteOffset, true), "LE_HEAP_LOAD_I32");
  var LE_HEAP_LOAD_I64 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getBigInt64(byteOffset, true), "LE_HEAP_LOAD_I64");
  var LE_HEAP_LOAD_U32 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getUint32(byteOffset, true), "LE_HEAP_LOAD_U32");
  var LE_HEAP_STORE_F32 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setFloat32(byteOffset, value, true), "LE_HEAP_STORE_F32");
  var LE_HEAP_STORE_F64 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setFloat64(byteOffset, value, true), "LE_HEAP_STORE_F64");
  var LE_HEAP_STORE_I16 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setInt16(byteOffset, value, true), "LE_HEAP_STORE_I16");
  var LE_HEAP_STORE_I32 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setInt32(byteOffset, value, true), "LE_HEAP_STORE_I32");
  var LE_HEAP_STORE_I64 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setBigInt64(byteOffset, value, true), "LE_HEAP_STORE_I64");
  var LE_HEAP_STORE_U32 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setUint32(byteOffset, value, true), "LE_HEAP_STORE_U32");
  var callRuntimeCallbacks = /* @__PURE__ */ __name((callbacks) => {
    while (callbacks.length > 0) {
      callbacks.shift()(Module);
    }
  }, "callRuntimeCallbacks");
  var onPostRuns = [];
  var addOnPostRun = /* @__PURE__ */ __name((cb) => onPostRuns.push(cb), "addOnPostRun");
  var onPreRuns = [];
  var addOnPreRun = /* @__PURE__ */ __name((cb) => onPreRuns.push(cb), "addOnPreRun");
  var UTF8Decoder = typeof TextDecoder != "undefined" ? new TextDecoder() : void 0;
  var findStringEnd = /* @__PURE__ */ __name((heapOrArray, idx, maxBytesToRead, ignoreNul) => {
    var maxIdx = idx + maxBytesToRead;
    if (ignoreNul) return maxIdx;
    while (heapOrArray[idx] && !(idx >= maxIdx)) ++idx;
    return idx;
  }, "findStringEnd");
  var UTF8ArrayToString = /* @__PURE__ */ __name((heapOrArray, idx = 0, maxBytesToRead, ignoreNul) => {
    var endPtr = findStringEnd(heapOrArray, idx, maxBytesToRead, ignoreNul);
    if (endPtr - idx > 16 && heapOrArray.buffer && UTF8Decoder) {
      return UTF8Decoder.decode(heapOrArray.subarray(idx, endPtr));
    }
    var str = "";
    while (idx < endPtr) {
      var u0 = heapOrArray[idx++];
      if (!(u0 & 128)) {
        str += String.fromCharCode(u0);
        continue;
      }
      var u1 = heapOrArray[idx++] & 63;
      if ((u0 & 224) == 192) {
        str += String.fromCharCode((u0 & 31) << 6 | u1);
        continue;
      }
      var u2 = heapOrArray[idx++] & 63;
      if ((u0 & 240) == 224) {
        u0 = (u0 & 15) << 12 | u1 << 6 | u2;
      } else {
        u0 = (u0 & 7) << 18 | u1 << 12 | u2 << 6 | heapOrArray[idx++] & 63;
      }
      if (u0 < 65536) {
        str += String.fromCharCode(u0);
      } else {
        var ch = u0 - 65536;
        str += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
      }
    }
    return str;
  }, "UTF8ArrayToString");
  var getDylinkMetadata = /* @__PURE__ */ __name((binary2) => {
    var offset = 0;
    var end = 0;
    function getU8() {
      return binary2[offset++];
    }
    __name(getU8, "getU8");
    function getLEB() {
      var ret = 0;
      var mul = 1;
      while (1) {
        var byte = binary2[offset++];
        ret += (byte & 127) * mul;
        mul *= 128;
        if (!(byte & 128)) break;
      }
      return ret;
    }
    __name(getLEB, "getLEB");
    function getString() {
      var len = getLEB();
      offset += len;
      return UTF8ArrayToString(binary2, offset - len, len);
    }
    __name(getString, "getString");
    function getStringList() {
      var count2 = getLEB();
      var rtn = [];
      while (count2--) rtn.push(getString());
      return rtn;
    }
    __name(getStringList, "getStringList");
    function failIf(condition, message) {
      if (condition) throw new Error(message);
    }
    __name(failIf, "failIf");
    if (binary2 instanceof WebAssembly.Module) {
      var dylinkSection = WebAssembly.Module.customSections(binary2, "dylink.0");
      failIf(dylinkSection.length === 0, "need dylink section");
      binary2 = new Uint8Array(dylinkSection[0]);
      end = binary2.length;
    } else {
      var int32View = new Uint32Array(new Uint8Array(binary2.subarray(0, 24)).buffer);
      var magicNumberFound = int32View[0] == 1836278016 || int32View[0] == 6386541;
      failIf(!magicNumberFound, "need to see wasm magic number");
      failIf(binary2[8] !== 0, "need the dylink section to be first");
      offset = 9;
      var section_size = getLEB();
      end = offset + section_size;
      var name2 = getString();
      failIf(name2 !== "dylink.0");
    }
    var customSection = {
      neededDynlibs: [],
      tlsExports: /* @__PURE__ */ new Set(),
      weakImports: /* @__PURE__ */ new Set(),
      runtimePaths: []
    };
    var WASM_DYLINK_MEM_INFO = 1;
    var WASM_DYLINK_NEEDED = 2;
    var WASM_DYLINK_EXPORT_INFO = 3;
    var WASM_DYLINK_IMPORT_INFO = 4;
    var WASM_DYLINK_RUNTIME_PATH = 5;
    var WASM_SYMBOL_TLS = 256;
    var WASM_SYMBOL_BINDING_MASK = 3;
    var WASM_SYMBOL_BINDING_WEAK = 1;
    while (offset < end) {
      var subsectionType = getU8();
      var subsectionSize = getLEB();
      if (subsectionType === WASM_DYLINK_MEM_INFO) {
        customSection.memorySize = getLEB();
        customSection.memoryAlign = getLEB();
        customSection.tableSize = getLEB();
        customSection.tableAlign = getLEB();
      } else if (subsectionType === WASM_DYLINK_NEEDED) {
        customSection.neededDynlibs = getStringList();
      } else if (subsectionType === WASM_DYLINK_EXPORT_INFO) {
        var count = getLEB();
        while (count--) {
          var symname = getString();
          var flags2 = getLEB();
          if (flags2 & WASM_SYMBOL_TLS) {
            customSection.tlsExports.add(symname);
          }
        }
      } else if (subsectionType === WASM_DYLINK_IMPORT_INFO) {
        var count = getLEB();
        while (count--) {
          var modname = getString();
          var symname = getString();
          var flags2 = getLEB();
          if ((flags2 & WASM_SYMBOL_BINDING_MASK) == WASM_SYMBOL_BINDING_WEAK) {
            customSection.weakImports.add(symname);
          }
        }
      } else if (subsectionType === WASM_DYLINK_RUNTIME_PATH) {
        customSection.runtimePaths = getStringList();
      } else {
        offset += subsectionSize;
      }
    }
    return customSection;
  }, "getDylinkMetadata");
  function getValue(ptr, type = "i8") {
    if (type.endsWith("*")) type = "*";
    switch (type) {
      case "i1":
        return HEAP8[ptr];
      case "i8":
        return HEAP8[ptr];
      case "i16":
        return LE_HEAP_LOAD_I16((ptr >> 1) * 2);
      case "i32":
        return LE_HEAP_LOAD_I32((ptr >> 2) * 4);
      case "i64":
        return LE_HEAP_LOAD_I64((ptr >> 3) * 8);
      case "float":
        return LE_HEAP_LOAD_F32((ptr >> 2) * 4);
      case "double":
        return LE_HEAP_LOAD_F64((ptr >> 3) * 8);
      case "*":
        return LE_HEAP_LOAD_U32((ptr >> 2) * 4);
      default:
        abort(`invalid type for getValue: ${type}`);
    }
  }
  __name(getValue, "getValue");
  var newDSO = /* @__PURE__ */ __name((name2, handle2, syms) => {
    var dso = {
      refcount: Infinity,
      name: name2,
      exports: syms,
      global: true
    };
    LDSO.loadedLibsByName[name2] = dso;
    if (handle2 != void 0) {
      LDSO.loadedLibsByHandle[handle2] = dso;
    }
    return dso;
  }, "newDSO");
  var LDSO = {
    loadedLibsByName: {},
    loadedLibsByHandle: {},
    init() {
      newDSO("__main__", 0, wasmImports);
    }
  };
  var ___heap_base = 82240;
  var alignMemory = /* @__PURE__ */ __name((size, alignment) => Math.ceil(size / alignment) * alignment, "alignMemory");
  var getMemory = /* @__PURE__ */ __name((size) => {
    if (runtimeInitialized) {
      return _calloc(size, 1);
    }
    var ret = ___heap_base;
    var end = ret + alignMemory(size, 16);
    ___heap_base = end;
    GOT["__heap_base"].value = end;
    return ret;
  }, "getMemory");
  var isInternalSym = /* @__PURE__ */ __name((symName) => ["__cpp_exception", "__c_longjmp", "__wasm_apply_data_relocs", "__dso_handle", "__tls_size", "__tls_align", "__set_stack_limits", "_emscripten_tls_init", "__wasm_init_tls", "__wasm_call_ctors", "__start_em_asm", "__stop_em_asm", "__start_em_js", "__stop_em_js"].includes(symName) || symName.startsWith("__em_js__"), "isInternalSym");
  var uleb128EncodeWithLen = /* @__PURE__ */ __name((arr) => {
    const n = arr.length;
    return [n % 128 | 128, n >> 7, ...arr];
  }, "uleb128EncodeWithLen");
  var wasmTypeCodes = {
    "i": 127,
    // i32
    "p": 127,
    // i32
    "j": 126,
    // i64
    "f": 125,
    // f32
    "d": 124,
    // f64
    "e": 111
  };
  var generateTypePack = /* @__PURE__ */ __name((types) => uleb128EncodeWithLen(Array.from(types, (type) => {
    var code = wasmTypeCodes[type];
    return code;
  })), "generateTypePack");
  var convertJsFunctionToWasm = /* @__PURE__ */ __name((func2, sig) => {
    var bytes = Uint8Array.of(
      0,
      97,
      115,
      109,
      // magic ("\0asm")
      1,
      0,
      0,
      0,
      // version: 1
      1,
      ...uleb128EncodeWithLen([
        1,
        // count: 1
        96,
        // param types
        ...generateTypePack(sig.slice(1)),
        // return types (for now only supporting [] if `void` and single [T] otherwise)
        ...generateTypePack(sig[0] === "v" ? "" : sig[0])
      ]),
      // The rest of the module is static
      2,
      7,
      // import section
      // (import "e" "f" (func 0 (type 0)))
      1,
      1,
      101,
      1,
      102,
      0,
      0,
      7,
      5,
      // export section
      // (export "f" (func 0 (type 0)))
      1,
      1,
      102,
      0,
      0
    );
    var module2 = new WebAssembly.Module(bytes);
    var instance2 = new WebAssembly.Instance(module2, {
      "e": {
        "f": func2
      }
    });
    var wrappedFunc = instance2.exports["f"];
    return wrappedFunc;
  }, "convertJsFunctionToWasm");
  var wasmTableMirror = [];
  var wasmTable = new WebAssembly.Table({
    "initial": 31,
    "element": "anyfunc"
  });
  var getWasmTableEntry = /* @__PURE__ */ __name((funcPtr) => {
    var func2 = wasmTableMirror[funcPtr];
    if (!func2) {
      wasmTableMirror[funcPtr] = func2 = wasmTable.get(funcPtr);
    }
    return func2;
  }, "getWasmTableEntry");
  var updateTableMap = /* @__PURE__ */ __name((offset, count) => {
    if (functionsInTableMap) {
      for (var i2 = offset; i2 < offset + count; i2++) {
        var item = getWasmTableEntry(i2);
        if (item) {
          functionsInTableMap.set(item, i2);
        }
      }
    }
  }, "updateTableMap");
  var functionsInTableMap;
  var getFunctionAddress = /* @__PURE__ */ __name((func2) => {
    if (!functionsInTableMap) {
      functionsInTableMap = /* @__PURE__ */ new WeakMap();
      updateTableMap(0, wasmTable.length);
    }
    return functionsInTableMap.get(func2) || 0;
  }, "getFunctionAddress");
  var freeTableIndexes = [];
  var getEmptyTableSlot = /* @__PURE__ */ __name(() => {
    if (freeTableIndexes.length) {
      return freeTableIndexes.pop();
    }
    return wasmTable["grow"](1);
  }, "getEmptyTableSlot");
  var setWasmTableEntry = /* @__PURE__ */ __name((idx, func2) => {
    wasmTable.set(idx, func2);
    wasmTableMirror[idx] = wasmTable.get(idx);
  }, "setWasmTableEntry");
  var addFunction = /* @__PURE__ */ __name((func2, sig) => {
    var rtn = getFunctionAddress(func2);
    if (rtn) {
      return rtn;
    }
    var ret = getEmptyTableSlot();
    try {
      setWasmTableEntry(ret, func2);
    } catch (err2) {
      if (!(err2 instanceof TypeError)) {
        throw err2;
      }
      var wrapped = convertJsFunctionToWasm(func2, sig);
      setWasmTableEntry(ret, wrapped);
    }
    functionsInTableMap.set(func2, ret);
    return ret;
  }, "addFunction");
  var updateGOT = /* @__PURE__ */ __name((exports, replace) => {
    for (var symName in exports) {
      if (isInternalSym(symName)) {
        continue;
      }
      var value = exports[symName];
      GOT[symName] ||= new WebAssembly.Global({
        "value": "i32",
        "mutable": true
      });
      if (replace || GOT[symName].value == 0) {
        if (typeof value == "function") {
          GOT[symName].value = addFunction(value);
        } else if (typeof value == "number") {
          GOT[symName].value = value;
        } else {
          err(`unhandled export type for '${symName}': ${typeof value}`);
        }
      }
    }
  }, "updateGOT");
  var relocateExports = /* @__PURE__ */ __name((exports, memoryBase2, replace) => {
    var relocated = {};
    for (var e in exports) {
      var value = exports[e];
      if (typeof value == "object") {
        value = value.value;
      }
      if (typeof value == "number") {
        value += memoryBase2;
      }
      relocated[e] = value;
    }
    updateGOT(relocated, replace);
    return relocated;
  }, "relocateExports");
  var isSymbolDefined = /* @__PURE__ */ __name((symName) => {
    var existing = wasmImports[symName];
    if (!existing || existing.stub) {
      return false;
    }
    return true;
  }, "isSymbolDefined");
  var dynCall = /* @__PURE__ */ __name((sig, ptr, args2 = [], promising = false) => {
    var func2 = getWasmTableEntry(ptr);
    var rtn = func2(...args2);
    function convert(rtn2) {
      return rtn2;
    }
    __name(convert, "convert");
    return convert(rtn);
  }, "dynCall");
  var stackSave = /* @__PURE__ */ __name(() => _emscripten_stack_get_current(), "stackSave");
  var stackRestore = /* @__PURE__ */ __name((val) => __emscripten_stack_restore(val), "stackRestore");
  var createInvokeFunction = /* @__PURE__ */ __name((sig) => (ptr, ...args2) => {
    var sp = stackSave();
    try {
      return dynCall(sig, ptr, args2);
    } catch (e) {
      stackRestore(sp);
      if (e !== e + 0) throw e;
      _setThrew(1, 0);
      if (sig[0] == "j") return 0n;
    }
  }, "createInvokeFunction");
  var resolveGlobalSymbol = /* @__PURE__ */ __name((symName, direct = false) => {
    var sym;
    if (isSymbolDefined(symName)) {
      sym = wasmImports[symName];
    } else if (symName.startsWith("invoke_")) {
      sym = wasmImports[symName] = createInvokeFunction(symName.split("_")[1]);
    }
    return {
      sym,
      name: symName
    };
  }, "resolveGlobalSymbol");
  var onPostCtors = [];
  var addOnPostCtor = /* @__PURE__ */ __name((cb) => onPostCtors.push(cb), "addOnPostCtor");
  var UTF8ToString = /* @__PURE__ */ __name((ptr, maxBytesToRead, ignoreNul) => ptr ? UTF8ArrayToString(HEAPU8, ptr, maxBytesToRead, ignoreNul) : "", "UTF8ToString");
  var loadWebAssemblyModule = /* @__PURE__ */ __name((binary, flags, libName, localScope, handle) => {
    var metadata = getDylinkMetadata(binary);
    function loadModule() {
      var memAlign = Math.pow(2, metadata.memoryAlign);
      var memoryBase = metadata.memorySize ? alignMemory(getMemory(metadata.memorySize + memAlign), memAlign) : 0;
      var tableBase = metadata.tableSize ? wasmTable.length : 0;
      if (handle) {
        HEAP8[handle + 8] = 1;
        LE_HEAP_STORE_U32((handle + 12 >> 2) * 4, memoryBase);
        LE_HEAP_STORE_I32((handle + 16 >> 2) * 4, metadata.memorySize);
        LE_HEAP_STORE_U32((handle + 20 >> 2) * 4, tableBase);
        LE_HEAP_STORE_I32((handle + 24 >> 2) * 4, metadata.tableSize);
      }
      if (metadata.tableSize) {
        wasmTable.grow(metadata.tableSize);
      }
      var moduleExports;
      function resolveSymbol(sym) {
        var resolved = resolveGlobalSymbol(sym).sym;
        if (!resolved && localScope) {
          resolved = localScope[sym];
        }
        if (!resolved) {
          resolved = moduleExports[sym];
        }
        return resolved;
      }
      __name(resolveSymbol, "resolveSymbol");
      var proxyHandler = {
        get(stubs, prop) {
          switch (prop) {
            case "__memory_base":
              return memoryBase;
            case "__table_base":
              return tableBase;
          }
          if (prop in wasmImports && !wasmImports[prop].stub) {
            var res = wasmImports[prop];
            return res;
          }
          if (!(prop in stubs)) {
            var resolved;
            stubs[prop] = (...args2) => {
              resolved ||= resolveSymbol(prop);
              return resolved(...args2);
            };
          }
          return stubs[prop];
        }
      };
      var proxy = new Proxy({}, proxyHandler);
      currentModuleWeakSymbols = metadata.weakImports;
      var info = {
        "GOT.mem": new Proxy({}, GOTHandler),
        "GOT.func": new Proxy({}, GOTHandler),
        "env": proxy,
        "wasi_snapshot_preview1": proxy
      };
      function postInstantiation(module, instance) {
        updateTableMap(tableBase, metadata.tableSize);
        moduleExports = relocateExports(instance.exports, memoryBase);
        if (!flags.allowUndefined) {
          reportUndefinedSymbols();
        }
        function addEmAsm(addr, body) {
          var args = [];
          var arity = 0;
          for (; arity < 16; arity++) {
            if (body.indexOf("$" + arity) != -1) {
              args.push("$" + arity);
            } else {
              break;
            }
          }
          args = args.join(",");
          var func = `(${args}) => { ${body} };`;
          ASM_CONSTS[start] = eval(func);
        }
        __name(addEmAsm, "addEmAsm");
        if ("__start_em_asm" in moduleExports) {
          var start = moduleExports["__start_em_asm"];
          var stop = moduleExports["__stop_em_asm"];
          while (start < stop) {
            var jsString = UTF8ToString(start);
            addEmAsm(start, jsString);
            start = HEAPU8.indexOf(0, start) + 1;
          }
        }
        function addEmJs(name, cSig, body) {
          var jsArgs = [];
          cSig = cSig.slice(1, -1);
          if (cSig != "void") {
            cSig = cSig.split(",");
            for (var i in cSig) {
              var jsArg = cSig[i].split(" ").pop();
              jsArgs.push(jsArg.replace("*", ""));
            }
          }
          var func = `(${jsArgs}) => ${body};`;
          moduleExports[name] = eval(func);
        }
        __name(addEmJs, "addEmJs");
        for (var name in moduleExports) {
          if (name.startsWith("__em_js__")) {
            var start = moduleExports[name];
            var jsString = UTF8ToString(start);
            var parts = jsString.split("<::>");
            addEmJs(name.replace("__em_js__", ""), parts[0], parts[1]);
            delete moduleExports[name];
          }
        }
        var applyRelocs = moduleExports["__wasm_apply_data_relocs"];
        if (applyRelocs) {
          if (runtimeInitialized) {
            applyRelocs();
          } else {
            __RELOC_FUNCS__.push(applyRelocs);
          }
        }
        var init = moduleExports["__wasm_call_ctors"];
        if (init) {
          if (runtimeInitialized) {
            init();
          } else {
            addOnPostCtor(init);
          }
        }
        return moduleExports;
      }
      __name(postInstantiation, "postInstantiation");
      if (flags.loadAsync) {
        return (async () => {
          var instance2;
          if (binary instanceof WebAssembly.Module) {
            instance2 = new WebAssembly.Instance(binary, info);
          } else {
            ({ module: binary, instance: instance2 } = await WebAssembly.instantiate(binary, info));
          }
          return postInstantiation(binary, instance2);
        })();
      }
      var module = binary instanceof WebAssembly.Module ? binary : new WebAssembly.Module(binary);
      var instance = new WebAssembly.Instance(module, info);
      return postInstantiation(module, instance);
    }
    __name(loadModule, "loadModule");
    flags = {
      ...flags,
      rpath: {
        parentLibPath: libName,
        paths: metadata.runtimePaths
      }
    };
    if (flags.loadAsync) {
      return metadata.neededDynlibs.reduce((chain, dynNeeded) => chain.then(() => loadDynamicLibrary(dynNeeded, flags, localScope)), Promise.resolve()).then(loadModule);
    }
    metadata.neededDynlibs.forEach((needed) => loadDynamicLibrary(needed, flags, localScope));
    return loadModule();
  }, "loadWebAssemblyModule");
  var mergeLibSymbols = /* @__PURE__ */ __name((exports, libName2) => {
    for (var [sym, exp] of Object.entries(exports)) {
      const setImport = /* @__PURE__ */ __name((target) => {
        if (!isSymbolDefined(target)) {
          wasmImports[target] = exp;
        }
      }, "setImport");
      setImport(sym);
      const main_alias = "__main_argc_argv";
      if (sym == "main") {
        setImport(main_alias);
      }
      if (sym == main_alias) {
        setImport("main");
      }
    }
  }, "mergeLibSymbols");
  var asyncLoad = /* @__PURE__ */ __name(async (url) => {
    var arrayBuffer = await readAsync(url);
    return new Uint8Array(arrayBuffer);
  }, "asyncLoad");
  function loadDynamicLibrary(libName2, flags2 = {
    global: true,
    nodelete: true
  }, localScope2, handle2) {
    var dso = LDSO.loadedLibsByName[libName2];
    if (dso) {
      if (!flags2.global) {
        if (localScope2) {
          Object.assign(localScope2, dso.exports);
        }
      } else if (!dso.global) {
        dso.global = true;
        mergeLibSymbols(dso.exports, libName2);
      }
      if (flags2.nodelete && dso.refcount !== Infinity) {
        dso.refcount = Infinity;
      }
      dso.refcount++;
      if (handle2) {
        LDSO.loadedLibsByHandle[handle2] = dso;
      }
      return flags2.loadAsync ? Promise.resolve(true) : true;
    }
    dso = newDSO(libName2, handle2, "loading");
    dso.refcount = flags2.nodelete ? Infinity : 1;
    dso.global = flags2.global;
    function loadLibData() {
      if (handle2) {
        var data = LE_HEAP_LOAD_U32((handle2 + 28 >> 2) * 4);
        var dataSize = LE_HEAP_LOAD_U32((handle2 + 32 >> 2) * 4);
        if (data && dataSize) {
          var libData = HEAP8.slice(data, data + dataSize);
          return flags2.loadAsync ? Promise.resolve(libData) : libData;
        }
      }
      var libFile = locateFile(libName2);
      if (flags2.loadAsync) {
        return asyncLoad(libFile);
      }
      if (!readBinary) {
        throw new Error(`${libFile}: file not found, and synchronous loading of external files is not available`);
      }
      return readBinary(libFile);
    }
    __name(loadLibData, "loadLibData");
    function getExports() {
      if (flags2.loadAsync) {
        return loadLibData().then((libData) => loadWebAssemblyModule(libData, flags2, libName2, localScope2, handle2));
      }
      return loadWebAssemblyModule(loadLibData(), flags2, libName2, localScope2, handle2);
    }
    __name(getExports, "getExports");
    function moduleLoaded(exports) {
      if (dso.global) {
        mergeLibSymbols(exports, libName2);
      } else if (localScope2) {
        Object.assign(localScope2, exports);
      }
      dso.exports = exports;
    }
    __name(moduleLoaded, "moduleLoaded");
    if (flags2.loadAsync) {
      return getExports().then((exports) => {
        moduleLoaded(exports);
        return true;
      });
    }
    moduleLoaded(getExports());
    return true;
  }
  __name(loadDynamicLibrary, "loadDynamicLibrary");
  var reportUndefinedSymbols = /* @__PURE__ */ __name(() => {
    for (var [symName, entry] of Object.entries(GOT)) {
      if (entry.value == 0) {
        var value = resolveGlobalSymbol(symName, true).sym;
        if (!value && !entry.required) {
          continue;
        }
        if (typeof value == "function") {
          entry.value = addFunction(value, value.sig);
        } else if (typeof value == "number") {
          entry.value = value;
        } else {
          throw new Error(`bad export type for '${symName}': ${typeof value}`);
        }
      }
    }
  }, "reportUndefinedSymbols");
  var runDependencies = 0;
  var dependenciesFulfilled = null;
  var removeRunDependency = /* @__PURE__ */ __name((id) => {
    runDependencies--;
    Module["monitorRunDependencies"]?.(runDependencies);
    if (runDependencies == 0) {
      if (dependenciesFulfilled) {
        var callback = dependenciesFulfilled;
        dependenciesFulfilled = null;
        callback();
      }
    }
  }, "removeRunDependency");
  var addRunDependency = /* @__PURE__ */ __name((id) => {
    runDependencies++;
    Module["monitorRunDependencies"]?.(runDependencies);
  }, "addRunDependency");
  var loadDylibs = /* @__PURE__ */ __name(async () => {
    if (!dynamicLibraries.length) {
      reportUndefinedSymbols();
      return;
    }
    addRunDependency("loadDylibs");
    for (var lib of dynamicLibraries) {
      await loadDynamicLibrary(lib, {
        loadAsync: true,
        global: true,
        nodelete: true,
        allowUndefined: true
      });
    }
    reportUndefinedSymbols();
    removeRunDependency("loadDylibs");
  }, "loadDylibs");
  var noExitRuntime = true;
  function setValue(ptr, value, type = "i8") {
    if (type.endsWith("*")) type = "*";
    switch (type) {
      case "i1":
        HEAP8[ptr] = value;
        break;
      case "i8":
        HEAP8[ptr] = value;
        break;
      case "i16":
        LE_HEAP_STORE_I16((ptr >> 1) * 2, value);
        break;
      case "i32":
        LE_HEAP_STORE_I32((ptr >> 2) * 4, value);
        break;
      case "i64":
        LE_HEAP_STORE_I64((ptr >> 3) * 8, BigInt(value));
        break;
      case "float":
        LE_HEAP_STORE_F32((ptr >> 2) * 4, value);
        break;
      case "double":
        LE_HEAP_STORE_F64((ptr >> 3) * 8, value);
        break;
      case "*":
        LE_HEAP_STORE_U32((ptr >> 2) * 4, value);
        break;
      default:
        abort(`invalid type for setValue: ${type}`);
    }
  }
  __name(setValue, "setValue");
  var ___memory_base = new WebAssembly.Global({
    "value": "i32",
    "mutable": false
  }, 1024);
  var ___stack_high = 82240;
  var ___stack_low = 16704;
  var ___stack_pointer = new WebAssembly.Global({
    "value": "i32",
    "mutable": true
  }, 82240);
  var ___table_base = new WebAssembly.Global({
    "value": "i32",
    "mutable": false
  }, 1);
  var __abort_js = /* @__PURE__ */ __name(() => abort(""), "__abort_js");
  __abort_js.sig = "v";
  var getHeapMax = /* @__PURE__ */ __name(() => (
    // Stay one Wasm page short of 4GB: while e.g. Chrome is able to allocate
    // full 4GB Wasm memories, the size will wrap back to 0 bytes in Wasm side
    // for any code that deals with heap sizes, which would require special
    // casing all heap size related code to treat 0 specially.
    2147483648
  ), "getHeapMax");
  var growMemory = /* @__PURE__ */ __name((size) => {
    var oldHeapSize = wasmMemory.buffer.byteLength;
    var pages = (size - oldHeapSize + 65535) / 65536 | 0;
    try {
      wasmMemory.grow(pages);
      updateMemoryViews();
      return 1;
    } catch (e) {
    }
  }, "growMemory");
  var _emscripten_resize_heap = /* @__PURE__ */ __name((requestedSize) => {
    var oldSize = HEAPU8.length;
    requestedSize >>>= 0;
    var maxHeapSize = getHeapMax();
    if (requestedSize > maxHeapSize) {
      return false;
    }
    for (var cutDown = 1; cutDown <= 4; cutDown *= 2) {
      var overGrownHeapSize = oldSize * (1 + 0.2 / cutDown);
      overGrownHeapSize = Math.min(overGrownHeapSize, requestedSize + 100663296);
      var newSize = Math.min(maxHeapSize, alignMemory(Math.max(requestedSize, overGrownHeapSize), 65536));
      var replacement = growMemory(newSize);
      if (replacement) {
        return true;
      }
    }
    return false;
  }, "_emscripten_resize_heap");
  _emscripten_resize_heap.sig = "ip";
  var _fd_close = /* @__PURE__ */ __name((fd) => 52, "_fd_close");
  _fd_close.sig = "ii";
  var INT53_MAX = 9007199254740992;
  var INT53_MIN = -9007199254740992;
  var bigintToI53Checked = /* @__PURE__ */ __name((num) => num < INT53_MIN || num > INT53_MAX ? NaN : Number(num), "bigintToI53Checked");
  function _fd_seek(fd, offset, whence, newOffset) {
    offset = bigintToI53Checked(offset);
    return 70;
  }
  __name(_fd_seek, "_fd_seek");
  _fd_seek.sig = "iijip";
  var printCharBuffers = [null, [], []];
  var printChar = /* @__PURE__ */ __name((stream, curr) => {
    var buffer = printCharBuffers[stream];
    if (curr === 0 || curr === 10) {
      (stream === 1 ? out : err)(UTF8ArrayToString(buffer));
      buffer.length = 0;
    } else {
      buffer.push(curr);
    }
  }, "printChar");
  var _fd_write = /* @__PURE__ */ __name((fd, iov, iovcnt, pnum) => {
    var num = 0;
    for (var i2 = 0; i2 < iovcnt; i2++) {
      var ptr = LE_HEAP_LOAD_U32((iov >> 2) * 4);
      var len = LE_HEAP_LOAD_U32((iov + 4 >> 2) * 4);
      iov += 8;
      for (var j = 0; j < len; j++) {
        printChar(fd, HEAPU8[ptr + j]);
      }
      num += len;
    }
    LE_HEAP_STORE_U32((pnum >> 2) * 4, num);
    return 0;
  }, "_fd_write");
  _fd_write.sig = "iippp";
  function _tree_sitter_log_callback(isLexMessage, messageAddress) {
    if (Module.currentLogCallback) {
      const message = UTF8ToString(messageAddress);
      Module.currentLogCallback(message, isLexMessage !== 0);
    }
  }
  __name(_tree_sitter_log_callback, "_tree_sitter_log_callback");
  function _tree_sitter_parse_callback(inputBufferAddress, index, row, column, lengthAddress) {
    const INPUT_BUFFER_SIZE = 10 * 1024;
    const string = Module.currentParseCallback(index, {
      row,
      column
    });
    if (typeof string === "string") {
      setValue(lengthAddress, string.length, "i32");
      stringToUTF16(string, inputBufferAddress, INPUT_BUFFER_SIZE);
    } else {
      setValue(lengthAddress, 0, "i32");
    }
  }
  __name(_tree_sitter_parse_callback, "_tree_sitter_parse_callback");
  function _tree_sitter_progress_callback(currentOffset, hasError) {
    if (Module.currentProgressCallback) {
      return Module.currentProgressCallback({
        currentOffset,
        hasError
      });
    }
    return false;
  }
  __name(_tree_sitter_progress_callback, "_tree_sitter_progress_callback");
  function _tree_sitter_query_progress_callback(currentOffset) {
    if (Module.currentQueryProgressCallback) {
      return Module.currentQueryProgressCallback({
        currentOffset
      });
    }
    return false;
  }
  __name(_tree_sitter_query_progress_callback, "_tree_sitter_query_progress_callback");
  var runtimeKeepaliveCounter = 0;
  var keepRuntimeAlive = /* @__PURE__ */ __name(() => noExitRuntime || runtimeKeepaliveCounter > 0, "keepRuntimeAlive");
  var _proc_exit = /* @__PURE__ */ __name((code) => {
    EXITSTATUS = code;
    if (!keepRuntimeAlive()) {
      Module["onExit"]?.(code);
      ABORT = true;
    }
    quit_(code, new ExitStatus(code));
  }, "_proc_exit");
  _proc_exit.sig = "vi";
  var exitJS = /* @__PURE__ */ __name((status, implicit) => {
    EXITSTATUS = status;
    _proc_exit(status);
  }, "exitJS");
  var handleException = /* @__PURE__ */ __name((e) => {
    if (e instanceof ExitStatus || e == "unwind") {
      return EXITSTATUS;
    }
    quit_(1, e);
  }, "handleException");
  var lengthBytesUTF8 = /* @__PURE__ */ __name((str) => {
    var len = 0;
    for (var i2 = 0; i2 < str.length; ++i2) {
      var c = str.charCodeAt(i2);
      if (c <= 127) {
        len++;
      } else if (c <= 2047) {
        len += 2;
      } else if (c >= 55296 && c <= 57343) {
        len += 4;
        ++i2;
      } else {
        len += 3;
      }
    }
    return len;
  }, "lengthBytesUTF8");
  var stringToUTF8Array = /* @__PURE__ */ __name((str, heap, outIdx, maxBytesToWrite) => {
    if (!(maxBytesToWrite > 0)) return 0;
    var startIdx = outIdx;
    var endIdx = outIdx + maxBytesToWrite - 1;
    for (var i2 = 0; i2 < str.length; ++i2) {
      var u = str.codePointAt(i2);
      if (u <= 127) {
        if (outIdx >= endIdx) break;
        heap[outIdx++] = u;
      } else if (u <= 2047) {
        if (outIdx + 1 >= endIdx) break;
        heap[outIdx++] = 192 | u >> 6;
        heap[outIdx++] = 128 | u & 63;
      } else if (u <= 65535) {
        if (outIdx + 2 >= endIdx) break;
        heap[outIdx++] = 224 | u >> 12;
        heap[outIdx++] = 128 | u >> 6 & 63;
        heap[outIdx++] = 128 | u & 63;
      } else {
        if (outIdx + 3 >= endIdx) break;
        heap[outIdx++] = 240 | u >> 18;
        heap[outIdx++] = 128 | u >> 12 & 63;
        heap[outIdx++] = 128 | u >> 6 & 63;
        heap[outIdx++] = 128 | u & 63;
        i2++;
      }
    }
    heap[outIdx] = 0;
    return outIdx - startIdx;
  }, "stringToUTF8Array");
  var stringToUTF8 = /* @__PURE__ */ __name((str, outPtr, maxBytesToWrite) => stringToUTF8Array(str, HEAPU8, outPtr, maxBytesToWrite), "stringToUTF8");
  var stackAlloc = /* @__PURE__ */ __name((sz) => __emscripten_stack_alloc(sz), "stackAlloc");
  var stringToUTF8OnStack = /* @__PURE__ */ __name((str) => {
    var size = lengthBytesUTF8(str) + 1;
    var ret = stackAlloc(size);
    stringToUTF8(str, ret, size);
    return ret;
  }, "stringToUTF8OnStack");
  var AsciiToString = /* @__PURE__ */ __name((ptr) => {
    var str = "";
    while (1) {
      var ch = HEAPU8[ptr++];
      if (!ch) return str;
      str += String.fromCharCode(ch);
    }
  }, "AsciiToString");
  var stringToUTF16 = /* @__PURE__ */ __name((str, outPtr, maxBytesToWrite) => {
    maxBytesToWrite ??= 2147483647;
    if (maxBytesToWrite < 2) return 0;
    maxBytesToWrite -= 2;
    var startPtr = outPtr;
    var numCharsToWrite = maxBytesToWrite < str.length * 2 ? maxBytesToWrite / 2 : str.length;
    for (var i2 = 0; i2 < numCharsToWrite; ++i2) {
      var codeUnit = str.charCodeAt(i2);
      LE_HEAP_STORE_I16((outPtr >> 1) * 2, codeUnit);
      outPtr += 2;
    }
    LE_HEAP_STORE_I16((outPtr >> 1) * 2, 0);
    return outPtr - startPtr;
  }, "stringToUTF16");
  LE_ATOMICS_NATIVE_BYTE_ORDER = new Int8Array(new Int16Array([1]).buffer)[0] === 1 ? [
    /* little endian */
    ((x) => x),
    ((x) => x),
    void 0,
    ((x) => x)
  ] : [
    /* big endian */
    ((x) => x),
    ((x) => ((x & 65280) << 8 | (x & 255) << 24) >> 16),
    void 0,
    ((x) => x >> 24 & 255 | x >> 8 & 65280 | (x & 65280) << 8 | (x & 255) << 24)
  ];
  function LE_HEAP_UPDATE() {
    HEAPU16.unsigned = ((x) => x & 65535);
    HEAPU32.unsigned = ((x) => x >>> 0);
  }
  __name(LE_HEAP_UPDATE, "LE_HEAP_UPDATE");
  {
    initMemory();
    if (Module["noExitRuntime"]) noExitRuntime = Module["noExitRuntime"];
    if (Module["print"]) out = Module["print"];
    if (Module["printErr"]) err = Module["printErr"];
    if (Module["dynamicLibraries"]) dynamicLibraries = Module["dynamicLibraries"];
    if (Module["wasmBinary"]) wasmBinary = Module["wasmBinary"];
    if (Module["arguments"]) arguments_ = Module["arguments"];
    if (Module["thisProgram"]) thisProgram = Module["thisProgram"];
    if (Module["preInit"]) {
      if (typeof Module["preInit"] == "function") Module["preInit"] = [Module["preInit"]];
      while (Module["preInit"].length > 0) {
        Module["preInit"].shift()();
      }
    }
  }
  Module["setValue"] = setValue;
  Module["getValue"] = getValue;
  Module["UTF8ToString"] = UTF8ToString;
  Module["stringToUTF8"] = stringToUTF8;
  Module["lengthBytesUTF8"] = lengthBytesUTF8;
  Module["AsciiToString"] = AsciiToString;
  Module["stringToUTF16"] = stringToUTF16;
  Module["loadWebAssemblyModule"] = loadWebAssemblyModule;
  Module["LE_HEAP_STORE_I64"] = LE_HEAP_STORE_I64;
  var ASM_CONSTS = {};
  var _malloc, _calloc, _realloc, _free, _ts_range_edit, _memcmp, _ts_language_symbol_count, _ts_language_state_count, _ts_language_abi_version, _ts_language_name, _ts_language_field_count, _ts_language_next_state, _ts_language_symbol_name, _ts_language_symbol_for_name, _strncmp, _ts_language_symbol_type, _ts_language_field_name_for_id, _ts_lookahead_iterator_new, _ts_lookahead_iterator_delete, _ts_lookahead_iterator_reset_state, _ts_lookahead_iterator_reset, _ts_lookahead_iterator_next, _ts_lookahead_iterator_current_symbol, _ts_point_edit, _ts_parser_delete, _ts_parser_reset, _ts_parser_set_language, _ts_parser_set_included_ranges, _ts_query_new, _ts_query_delete, _iswspace, _iswalnum, _ts_query_copy, _ts_query_pattern_count, _ts_query_capture_count, _ts_query_string_count, _ts_query_capture_name_for_id, _ts_query_capture_quantifier_for_id, _ts_query_string_value_for_id, _ts_query_predicates_for_pattern, _ts_query_start_byte_for_pattern, _ts_query_end_byte_for_pattern, _ts_query_is_pattern_rooted, _ts_query_is_pattern_non_local, _ts_query_is_pattern_guaranteed_at_step, _ts_query_disable_capture, _ts_query_disable_pattern, _ts_tree_copy, _ts_tree_delete, _ts_init, _ts_parser_new_wasm, _ts_parser_enable_logger_wasm, _ts_parser_parse_wasm, _ts_parser_included_ranges_wasm, _ts_language_type_is_named_wasm, _ts_language_type_is_visible_wasm, _ts_language_metadata_wasm, _ts_language_supertypes_wasm, _ts_language_subtypes_wasm, _ts_tree_root_node_wasm, _ts_tree_root_node_with_offset_wasm, _ts_tree_edit_wasm, _ts_tree_included_ranges_wasm, _ts_tree_get_changed_ranges_wasm, _ts_tree_cursor_new_wasm, _ts_tree_cursor_copy_wasm, _ts_tree_cursor_delete_wasm, _ts_tree_cursor_reset_wasm, _ts_tree_cursor_reset_to_wasm, _ts_tree_cursor_goto_first_child_wasm, _ts_tree_cursor_goto_last_child_wasm, _ts_tree_cursor_goto_first_child_for_index_wasm, _ts_tree_cursor_goto_first_child_for_position_wasm, _ts_tree_cursor_goto_next_sibling_wasm, _ts_tree_cursor_goto_previous_sibling_wasm, _ts_tree_cursor_goto_descendant_wasm, _ts_tree_cursor_goto_parent_wasm, _ts_tree_cursor_current_node_type_id_wasm, _ts_tree_cursor_current_node_state_id_wasm, _ts_tree_cursor_current_node_is_named_wasm, _ts_tree_cursor_current_node_is_missing_wasm, _ts_tree_cursor_current_node_id_wasm, _ts_tree_cursor_start_position_wasm, _ts_tree_cursor_end_position_wasm, _ts_tree_cursor_start_index_wasm, _ts_tree_cursor_end_index_wasm, _ts_tree_cursor_current_field_id_wasm, _ts_tree_cursor_current_depth_wasm, _ts_tree_cursor_current_descendant_index_wasm, _ts_tree_cursor_current_node_wasm, _ts_node_symbol_wasm, _ts_node_field_name_for_child_wasm, _ts_node_field_name_for_named_child_wasm, _ts_node_children_by_field_id_wasm, _ts_node_first_child_for_byte_wasm, _ts_node_first_named_child_for_byte_wasm, _ts_node_grammar_symbol_wasm, _ts_node_child_count_wasm, _ts_node_named_child_count_wasm, _ts_node_child_wasm, _ts_node_named_child_wasm, _ts_node_child_by_field_id_wasm, _ts_node_next_sibling_wasm, _ts_node_prev_sibling_wasm, _ts_node_next_named_sibling_wasm, _ts_node_prev_named_sibling_wasm, _ts_node_descendant_count_wasm, _ts_node_parent_wasm, _ts_node_child_with_descendant_wasm, _ts_node_descendant_for_index_wasm, _ts_node_named_descendant_for_index_wasm, _ts_node_descendant_for_position_wasm, _ts_node_named_descendant_for_position_wasm, _ts_node_start_point_wasm, _ts_node_end_point_wasm, _ts_node_start_index_wasm, _ts_node_end_index_wasm, _ts_node_to_string_wasm, _ts_node_children_wasm, _ts_node_named_children_wasm, _ts_node_descendants_of_type_wasm, _ts_node_is_named_wasm, _ts_node_has_changes_wasm, _ts_node_has_error_wasm, _ts_node_is_error_wasm, _ts_node_is_missing_wasm, _ts_node_is_extra_wasm, _ts_node_parse_state_wasm, _ts_node_next_parse_state_wasm, _ts_query_matches_wasm, _ts_query_captures_wasm, _memset, _memcpy, _memmove, _iswalpha, _iswblank, _iswdigit, _iswlower, _iswpunct, _iswupper, _iswxdigit, _memchr, _strlen, _strcmp, _strncat, _strncpy, _towlower, _towupper, _setThrew, __emscripten_stack_restore, __emscripten_stack_alloc, _emscripten_stack_get_current, ___wasm_apply_data_relocs;
  function assignWasmExports(wasmExports2) {
    Module["_malloc"] = _malloc = wasmExports2["malloc"];
    Module["_calloc"] = _calloc = wasmExports2["calloc"];
    Module["_realloc"] = _realloc = wasmExports2["realloc"];
    Module["_free"] = _free = wasmExports2["free"];
    Module["_ts_range_edit"] = _ts_range_edit = wasmExports2["ts_range_edit"];
    Module["_memcmp"] = _memcmp = wasmExports2["memcmp"];
    Module["_ts_language_symbol_count"] = _ts_language_symbol_count = wasmExports2["ts_language_symbol_count"];
    Module["_ts_language_state_count"] = _ts_language_state_count = wasmExports2["ts_language_state_count"];
    Module["_ts_language_abi_version"] = _ts_language_abi_version = wasmExports2["ts_language_abi_version"];
    Module["_ts_language_name"] = _ts_language_name = wasmExports2["ts_language_name"];
    Module["_ts_language_field_count"] = _ts_language_field_count = wasmExports2["ts_language_field_count"];
    Module["_ts_language_next_state"] = _ts_language_next_state = wasmExports2["ts_language_next_state"];
    Module["_ts_language_symbol_name"] = _ts_language_symbol_name = wasmExports2["ts_language_symbol_name"];
    Module["_ts_language_symbol_for_name"] = _ts_language_symbol_for_name = wasmExports2["ts_language_symbol_for_name"];
    Module["_strncmp"] = _strncmp = wasmExports2["strncmp"];
    Module["_ts_language_symbol_type"] = _ts_language_symbol_type = wasmExports2["ts_language_symbol_type"];
    Module["_ts_language_field_name_for_id"] = _ts_language_field_name_for_id = wasmExports2["ts_language_field_name_for_id"];
    Module["_ts_lookahead_iterator_new"] = _ts_lookahead_iterator_new = wasmExports2["ts_lookahead_iterator_new"];
    Module["_ts_lookahead_iterator_delete"] = _ts_lookahead_iterator_delete = wasmExports2["ts_lookahead_iterator_delete"];
    Module["_ts_lookahead_iterator_reset_state"] = _ts_lookahead_iterator_reset_state = wasmExports2["ts_lookahead_iterator_reset_state"];
    Module["_ts_lookahead_iterator_reset"] = _ts_lookahead_iterator_reset = wasmExports2["ts_lookahead_iterator_reset"];
    Module["_ts_lookahead_iterator_next"] = _ts_lookahead_iterator_next = wasmExports2["ts_lookahead_iterator_next"];
    Module["_ts_lookahead_iterator_current_symbol"] = _ts_lookahead_iterator_current_symbol = wasmExports2["ts_lookahead_iterator_current_symbol"];
    Module["_ts_point_edit"] = _ts_point_edit = wasmExports2["ts_point_edit"];
    Module["_ts_parser_delete"] = _ts_parser_delete = wasmExports2["ts_parser_delete"];
    Module["_ts_parser_reset"] = _ts_parser_reset = wasmExports2["ts_parser_reset"];
    Module["_ts_parser_set_language"] = _ts_parser_set_language = wasmExports2["ts_parser_set_language"];
    Module["_ts_parser_set_included_ranges"] = _ts_parser_set_included_ranges = wasmExports2["ts_parser_set_included_ranges"];
    Module["_ts_query_new"] = _ts_query_new = wasmExports2["ts_query_new"];
    Module["_ts_query_delete"] = _ts_query_delete = wasmExports2["ts_query_delete"];
    Module["_iswspace"] = _iswspace = wasmExports2["iswspace"];
    Module["_iswalnum"] = _iswalnum = wasmExports2["iswalnum"];
    Module["_ts_query_copy"] = _ts_query_copy = wasmExports2["ts_query_copy"];
    Module["_ts_query_pattern_count"] = _ts_query_pattern_count = wasmExports2["ts_query_pattern_count"];
    Module["_ts_query_capture_count"] = _ts_query_capture_count = wasmExports2["ts_query_capture_count"];
    Module["_ts_query_string_count"] = _ts_query_string_count = wasmExports2["ts_query_string_count"];
    Module["_ts_query_capture_name_for_id"] = _ts_query_capture_name_for_id = wasmExports2["ts_query_capture_name_for_id"];
    Module["_ts_query_capture_quantifier_for_id"] = _ts_query_capture_quantifier_for_id = wasmExports2["ts_query_capture_quantifier_for_id"];
    Module["_ts_query_string_value_for_id"] = _ts_query_string_value_for_id = wasmExports2["ts_query_string_value_for_id"];
    Module["_ts_query_predicates_for_pattern"] = _ts_query_predicates_for_pattern = wasmExports2["ts_query_predicates_for_pattern"];
    Module["_ts_query_start_byte_for_pattern"] = _ts_query_start_byte_for_pattern = wasmExports2["ts_query_start_byte_for_pattern"];
    Module["_ts_query_end_byte_for_pattern"] = _ts_query_end_byte_for_pattern = wasmExports2["ts_query_end_byte_for_pattern"];
    Module["_ts_query_is_pattern_rooted"] = _ts_query_is_pattern_rooted = wasmExports2["ts_query_is_pattern_rooted"];
    Module["_ts_query_is_pattern_non_local"] = _ts_query_is_pattern_non_local = wasmExports2["ts_query_is_pattern_non_local"];
    Module["_ts_query_is_pattern_guaranteed_at_step"] = _ts_query_is_pattern_guaranteed_at_step = wasmExports2["ts_query_is_pattern_guaranteed_at_step"];
    Module["_ts_query_disable_capture"] = _ts_query_disable_capture = wasmExports2["ts_query_disable_capture"];
    Module["_ts_query_disable_pattern"] = _ts_query_disable_pattern = wasmExports2["ts_query_disable_pattern"];
    Module["_ts_tree_copy"] = _ts_tree_copy = wasmExports2["ts_tree_copy"];
    Module["_ts_tree_delete"] = _ts_tree_delete = wasmExports2["ts_tree_delete"];
    Module["_ts_init"] = _ts_init = wasmExports2["ts_init"];
    Module["_ts_parser_new_wasm"] = _ts_parser_new_wasm = wasmExports2["ts_parser_new_wasm"];
    Module["_ts_parser_enable_logger_wasm"] = _ts_parser_enable_logger_wasm = wasmExports2["ts_parser_enable_logger_wasm"];
    Module["_ts_parser_parse_wasm"] = _ts_parser_parse_wasm = wasmExports2["ts_parser_parse_wasm"];
    Module["_ts_parser_included_ranges_wasm"] = _ts_parser_included_ranges_wasm = wasmExports2["ts_parser_included_ranges_wasm"];
    Module["_ts_language_type_is_named_wasm"] = _ts_language_type_is_named_wasm = wasmExports2["ts_language_type_is_named_wasm"];
    Module["_ts_language_type_is_visible_wasm"] = _ts_language_type_is_visible_wasm = wasmExports2["ts_language_type_is_visible_wasm"];
    Module["_ts_language_metadata_wasm"] = _ts_language_metadata_wasm = wasmExports2["ts_language_metadata_wasm"];
    Module["_ts_language_supertypes_wasm"] = _ts_language_supertypes_wasm = wasmExports2["ts_language_supertypes_wasm"];
    Module["_ts_language_subtypes_wasm"] = _ts_language_subtypes_wasm = wasmExports2["ts_language_subtypes_wasm"];
    Module["_ts_tree_root_node_wasm"] = _ts_tree_root_node_wasm = wasmExports2["ts_tree_root_node_wasm"];
    Module["_ts_tree_root_node_with_offset_wasm"] = _ts_tree_root_node_with_offset_wasm = wasmExports2["ts_tree_root_node_with_offset_wasm"];
    Module["_ts_tree_edit_wasm"] = _ts_tree_edit_wasm = wasmExports2["ts_tree_edit_wasm"];
    Module["_ts_tree_included_ranges_wasm"] = _ts_tree_included_ranges_wasm = wasmExports2["ts_tree_included_ranges_wasm"];
    Module["_ts_tree_get_changed_ranges_wasm"] = _ts_tree_get_changed_ranges_wasm = wasmExports2["ts_tree_get_changed_ranges_wasm"];
    Module["_ts_tree_cursor_new_wasm"] = _ts_tree_cursor_new_wasm = wasmExports2["ts_tree_cursor_new_wasm"];
    Module["_ts_tree_cursor_copy_wasm"] = _ts_tree_cursor_copy_wasm = wasmExports2["ts_tree_cursor_copy_wasm"];
    Module["_ts_tree_cursor_delete_wasm"] = _ts_tree_cursor_delete_wasm = wasmExports2["ts_tree_cursor_delete_wasm"];
    Module["_ts_tree_cursor_reset_wasm"] = _ts_tree_cursor_reset_wasm = wasmExports2["ts_tree_cursor_reset_wasm"];
    Module["_ts_tree_cursor_reset_to_wasm"] = _ts_tree_cursor_reset_to_wasm = wasmExports2["ts_tree_cursor_reset_to_wasm"];
    Module["_ts_tree_cursor_goto_first_child_wasm"] = _ts_tree_cursor_goto_first_child_wasm = wasmExports2["ts_tree_cursor_goto_first_child_wasm"];
    Module["_ts_tree_cursor_goto_last_child_wasm"] = _ts_tree_cursor_goto_last_child_wasm = wasmExports2["ts_tree_cursor_goto_last_child_wasm"];
    Module["_ts_tree_cursor_goto_first_child_for_index_wasm"] = _ts_tree_cursor_goto_first_child_for_index_wasm = wasmExports2["ts_tree_cursor_goto_first_child_for_index_wasm"];
    Module["_ts_tree_cursor_goto_first_child_for_position_wasm"] = _ts_tree_cursor_goto_first_child_for_position_wasm = wasmExports2["ts_tree_cursor_goto_first_child_for_position_wasm"];
    Module["_ts_tree_cursor_goto_next_sibling_wasm"] = _ts_tree_cursor_goto_next_sibling_wasm = wasmExports2["ts_tree_cursor_goto_next_sibling_wasm"];
    Module["_ts_tree_cursor_goto_previous_sibling_wasm"] = _ts_tree_cursor_goto_previous_sibling_wasm = wasmExports2["ts_tree_cursor_goto_previous_sibling_wasm"];
    Module["_ts_tree_cursor_goto_descendant_wasm"] = _ts_tree_cursor_goto_descendant_wasm = wasmExports2["ts_tree_cursor_goto_descendant_wasm"];
    Module["_ts_tree_cursor_goto_parent_wasm"] = _ts_tree_cursor_goto_parent_wasm = wasmExports2["ts_tree_cursor_goto_parent_wasm"];
    Module["_ts_tree_cursor_current_node_type_id_wasm"] = _ts_tree_cursor_current_node_type_id_wasm = wasmExports2["ts_tree_cursor_current_node_type_id_wasm"];
    Module["_ts_tree_cursor_current_node_state_id_wasm"] = _ts_tree_cursor_current_node_state_id_wasm = wasmExports2["ts_tree_cursor_current_node_state_id_wasm"];
    Module["_ts_tree_cursor_current_node_is_named_wasm"] = _ts_tree_cursor_current_node_is_named_wasm = wasmExports2["ts_tree_cursor_current_node_is_named_wasm"];
    Module["_ts_tree_cursor_current_node_is_missing_wasm"] = _ts_tree_cursor_current_node_is_missing_wasm = wasmExports2["ts_tree_cursor_current_node_is_missing_wasm"];
    Module["_ts_tree_cursor_current_node_id_wasm"] = _ts_tree_cursor_current_node_id_wasm = wasmExports2["ts_tree_cursor_current_node_id_wasm"];
    Module["_ts_tree_cursor_start_position_wasm"] = _ts_tree_cursor_start_position_wasm = wasmExports2["ts_tree_cursor_start_position_wasm"];
    Module["_ts_tree_cursor_end_position_wasm"] = _ts_tree_cursor_end_position_wasm = wasmExports2["ts_tree_cursor_end_position_wasm"];
    Module["_ts_tree_cursor_start_index_wasm"] = _ts_tree_cursor_start_index_wasm = wasmExports2["ts_tree_cursor_start_index_wasm"];
    Module["_ts_tree_cursor_end_index_wasm"] = _ts_tree_cursor_end_index_wasm = wasmExports2["ts_tree_cursor_end_index_wasm"];
    Module["_ts_tree_cursor_current_field_id_wasm"] = _ts_tree_cursor_current_field_id_wasm = wasmExports2["ts_tree_cursor_current_field_id_wasm"];
    Module["_ts_tree_cursor_current_depth_wasm"] = _ts_tree_cursor_current_depth_wasm = wasmExports2["ts_tree_cursor_current_depth_wasm"];
    Module["_ts_tree_cursor_current_descendant_index_wasm"] = _ts_tree_cursor_current_descendant_index_wasm = wasmExports2["ts_tree_cursor_current_descendant_index_wasm"];
    Module["_ts_tree_cursor_current_node_wasm"] = _ts_tree_cursor_current_node_wasm = wasmExports2["ts_tree_cursor_current_node_wasm"];
    Module["_ts_node_symbol_wasm"] = _ts_node_symbol_wasm = wasmExports2["ts_node_symbol_wasm"];
    Module["_ts_node_field_name_for_child_wasm"] = _ts_node_field_name_for_child_wasm = wasmExports2["ts_node_field_name_for_child_wasm"];
    Module["_ts_node_field_name_for_named_child_wasm"] = _ts_node_field_name_for_named_child_wasm = wasmExports2["ts_node_field_name_for_named_child_wasm"];
    Module["_ts_node_children_by_field_id_wasm"] = _ts_node_children_by_field_id_wasm = wasmExports2["ts_node_children_by_field_id_wasm"];
    Module["_ts_node_first_child_for_byte_wasm"] = _ts_node_first_child_for_byte_wasm = wasmExports2["ts_node_first_child_for_byte_wasm"];
    Module["_ts_node_first_named_child_for_byte_wasm"] = _ts_node_first_named_child_for_byte_wasm = wasmExports2["ts_node_first_named_child_for_byte_wasm"];
    Module["_ts_node_grammar_symbol_wasm"] = _ts_node_grammar_symbol_wasm = wasmExports2["ts_node_grammar_symbol_wasm"];
    Module["_ts_node_child_count_wasm"] = _ts_node_child_count_wasm = wasmExports2["ts_node_child_count_wasm"];
    Module["_ts_node_named_child_count_wasm"] = _ts_node_named_child_count_wasm = wasmExports2["ts_node_named_child_count_wasm"];
    Module["_ts_node_child_wasm"] = _ts_node_child_wasm = wasmExports2["ts_node_child_wasm"];
    Module["_ts_node_named_child_wasm"] = _ts_node_named_child_wasm = wasmExports2["ts_node_named_child_wasm"];
    Module["_ts_node_child_by_field_id_wasm"] = _ts_node_child_by_field_id_wasm = wasmExports2["ts_node_child_by_field_id_wasm"];
    Module["_ts_node_next_sibling_wasm"] = _ts_node_next_sibling_wasm = wasmExports2["ts_node_next_sibling_wasm"];
    Module["_ts_node_prev_sibling_wasm"] = _ts_node_prev_sibling_wasm = wasmExports2["ts_node_prev_sibling_wasm"];
    Module["_ts_node_next_named_sibling_wasm"] = _ts_node_next_named_sibling_wasm = wasmExports2["ts_node_next_named_sibling_wasm"];
    Module["_ts_node_prev_named_sibling_wasm"] = _ts_node_prev_named_sibling_wasm = wasmExports2["ts_node_prev_named_sibling_wasm"];
    Module["_ts_node_descendant_count_wasm"] = _ts_node_descendant_count_wasm = wasmExports2["ts_node_descendant_count_wasm"];
    Module["_ts_node_parent_wasm"] = _ts_node_parent_wasm = wasmExports2["ts_node_parent_wasm"];
    Module["_ts_node_child_with_descendant_wasm"] = _ts_node_child_with_descendant_wasm = wasmExports2["ts_node_child_with_descendant_wasm"];
    Module["_ts_node_descendant_for_index_wasm"] = _ts_node_descendant_for_index_wasm = wasmExports2["ts_node_descendant_for_index_wasm"];
    Module["_ts_node_named_descendant_for_index_wasm"] = _ts_node_named_descendant_for_index_wasm = wasmExports2["ts_node_named_descendant_for_index_wasm"];
    Module["_ts_node_descendant_for_position_wasm"] = _ts_node_descendant_for_position_wasm = wasmExports2["ts_node_descendant_for_position_wasm"];
    Module["_ts_node_named_descendant_for_position_wasm"] = _ts_node_named_descendant_for_position_wasm = wasmExports2["ts_node_named_descendant_for_position_wasm"];
    Module["_ts_node_start_point_wasm"] = _ts_node_start_point_wasm = wasmExports2["ts_node_start_point_wasm"];
    Module["_ts_node_end_point_wasm"] = _ts_node_end_point_wasm = wasmExports2["ts_node_end_point_wasm"];
    Module["_ts_node_start_index_wasm"] = _ts_node_start_index_wasm = wasmExports2["ts_node_start_index_wasm"];
    Module["_ts_node_end_index_wasm"] = _ts_node_end_index_wasm = wasmExports2["ts_node_end_index_wasm"];
    Module["_ts_node_to_string_wasm"] = _ts_node_to_string_wasm = wasmExports2["ts_node_to_string_wasm"];
    Module["_ts_node_children_wasm"] = _ts_node_children_wasm = wasmExports2["ts_node_children_wasm"];
    Module["_ts_node_named_children_wasm"] = _ts_node_named_children_wasm = wasmExports2["ts_node_named_children_wasm"];
    Module["_ts_node_descendants_of_type_wasm"] = _ts_node_descendants_of_type_wasm = wasmExports2["ts_node_descendants_of_type_wasm"];
    Module["_ts_node_is_named_wasm"] = _ts_node_is_named_wasm = wasmExports2["ts_node_is_named_wasm"];
    Module["_ts_node_has_changes_wasm"] = _ts_node_has_changes_wasm = wasmExports2["ts_node_has_changes_wasm"];
    Module["_ts_node_has_error_wasm"] = _ts_node_has_error_wasm = wasmExports2["ts_node_has_error_wasm"];
    Module["_ts_node_is_error_wasm"] = _ts_node_is_error_wasm = wasmExports2["ts_node_is_error_wasm"];
    Module["_ts_node_is_missing_wasm"] = _ts_node_is_missing_wasm = wasmExports2["ts_node_is_missing_wasm"];
    Module["_ts_node_is_extra_wasm"] = _ts_node_is_extra_wasm = wasmExports2["ts_node_is_extra_wasm"];
    Module["_ts_node_parse_state_wasm"] = _ts_node_parse_state_wasm = wasmExports2["ts_node_parse_state_wasm"];
    Module["_ts_node_next_parse_state_wasm"] = _ts_node_next_parse_state_wasm = wasmExports2["ts_node_next_parse_state_wasm"];
    Module["_ts_query_matches_wasm"] = _ts_query_matches_wasm = wasmExports2["ts_query_matches_wasm"];
    Module["_ts_query_captures_wasm"] = _ts_query_captures_wasm = wasmExports2["ts_query_captures_wasm"];
    Module["_memset"] = _memset = wasmExports2["memset"];
    Module["_memcpy"] = _memcpy = wasmExports2["memcpy"];
    Module["_memmove"] = _memmove = wasmExports2["memmove"];
    Module["_iswalpha"] = _iswalpha = wasmExports2["iswalpha"];
    Module["_iswblank"] = _iswblank = wasmExports2["iswblank"];
    Module["_iswdigit"] = _iswdigit = wasmExports2["iswdigit"];
    Module["_iswlower"] = _iswlower = wasmExports2["iswlower"];
    Module["_iswpunct"] = _iswpunct = wasmExports2["iswpunct"];
    Module["_iswupper"] = _iswupper = wasmExports2["iswupper"];
    Module["_iswxdigit"] = _iswxdigit = wasmExports2["iswxdigit"];
    Module["_memchr"] = _memchr = wasmExports2["memchr"];
    Module["_strlen"] = _strlen = wasmExports2["strlen"];
    Module["_strcmp"] = _strcmp = wasmExports2["strcmp"];
    Module["_strncat"] = _strncat = wasmExports2["strncat"];
    Module["_strncpy"] = _strncpy = wasmExports2["strncpy"];
    Module["_towlower"] = _towlower = wasmExports2["towlower"];
    Module["_towupper"] = _towupper = wasmExports2["towupper"];
    _setThrew = wasmExports2["setThrew"];
    __emscripten_stack_restore = wasmExports2["_emscripten_stack_restore"];
    __emscripten_stack_alloc = wasmExports2["_emscripten_stack_alloc"];
    _emscripten_stack_get_current = wasmExports2["emscripten_stack_get_current"];
    ___wasm_apply_data_relocs = wasmExports2["__wasm_apply_data_relocs"];
  }
  __name(assignWasmExports, "assignWasmExports");
  var wasmImports = {
    /** @export */
    __heap_base: ___heap_base,
    /** @export */
    __indirect_function_table: wasmTable,
    /** @export */
    __memory_base: ___memory_base,
    /** @export */
    __stack_high: ___stack_high,
    /** @export */
    __stack_low: ___stack_low,
    /** @export */
    __stack_pointer: ___stack_pointer,
    /** @export */
    __table_base: ___table_base,
    /** @export */
    _abort_js: __abort_js,
    /** @export */
    emscripten_resize_heap: _emscripten_resize_heap,
    /** @export */
    fd_close: _fd_close,
    /** @export */
    fd_seek: _fd_seek,
    /** @export */
    fd_write: _fd_write,
    /** @export */
    memory: wasmMemory,
    /** @export */
    tree_sitter_log_callback: _tree_sitter_log_callback,
    /** @export */
    tree_sitter_parse_callback: _tree_sitter_parse_callback,
    /** @export */
    tree_sitter_progress_callback: _tree_sitter_progress_callback,
    /** @export */
    tree_sitter_query_progress_callback: _tree_sitter_query_progress_callback
  };
  function callMain(args2 = []) {
    var entryFunction = resolveGlobalSymbol("main").sym;
    if (!entryFunction) return;
    args2.unshift(thisProgram);
    var argc = args2.length;
    var argv = stackAlloc((argc + 1) * 4);
    var argv_ptr = argv;
    args2.forEach((arg) => {
      LE_HEAP_STORE_U32((argv_ptr >> 2) * 4, stringToUTF8OnStack(arg));
      argv_ptr += 4;
    });
    LE_HEAP_STORE_U32((argv_ptr >> 2) * 4, 0);
    try {
      var ret = entryFunction(argc, argv);
      exitJS(
        ret,
        /* implicit = */
        true
      );
      return ret;
    } catch (e) {
      return handleException(e);
    }
  }
  __name(callMain, "callMain");
  function run(args2 = arguments_) {
    if (runDependencies > 0) {
      dependenciesFulfilled = run;
      return;
    }
    preRun();
    if (runDependencies > 0) {
      dependenciesFulfilled = run;
      return;
    }
    function doRun() {
      Module["calledRun"] = true;
      if (ABORT) return;
      initRuntime();
      preMain();
      readyPromiseResolve?.(Module);
      Module["onRuntimeInitialized"]?.();
      var noInitialRun = Module["noInitialRun"] || false;
      if (!noInitialRun) callMain(args2);
      postRun();
    }
    __name(doRun, "doRun");
    if (Module["setStatus"]) {
      Module["setStatus"]("Running...");
      setTimeout(() => {
        setTimeout(() => Module["setStatus"](""), 1);
        doRun();
      }, 1);
    } else {
      doRun();
    }
  }
  __name(run, "run");
  var wasmExports;
  wasmExports = await createWasm();
  run();
  if (runtimeInitialized) {
    moduleRtn = Module;
  } else {
    moduleRtn = new Promise((resolve, reject) => {
      readyPromiseResolve = resolve;
      readyPromiseReject = reject;
    });
  }
  return moduleRtn;
}
__name(Module2, "Module");
var web_tree_sitter_default = Module2;

// src/bindings.ts
var Module3 = null;
async function initializeBinding(moduleOptions) {
  return Module3 ??= await web_tree_sitter_default(moduleOptions);
}
__name(initializeBinding, "initializeBinding");
function checkModule() {
  return !!Module3;
}
__name(checkModule, "checkModule");

// src/parser.ts
var TRANSFER_BUFFER;
var LANGUAGE_VERSION;
var MIN_COMPATIBLE_VERSION;
var finalizer4 = newFinalizer((addresses) => {
  C._ts_parser_delete(addresses[0]);
  C._free(addresses[1]);
});
var Parser = class {
  static {
    __name(this, "Parser");
  }
  /** @internal */
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  [1] = 0;
  // Internal handle for Wasm
  /** @internal */
  logCallback = null;
  /** The parser's current language. */
  language = null;
  /**
   * This must always be called before creating a Parser.
   *
   * You can optionally pass in options to configure the Wasm module, the most common
   * one being `locateFile` to help the module find the `.wasm` file.
   */
  static async init(moduleOptions) {
    setModule(await initializeBinding(moduleOptions));
    TRANSFER_BUFFER = C._ts_init();
    LANGUAGE_VERSION = C.getValue(TRANSFER_BUFFER, "i32");
    MIN_COMPATIBLE_VERSION = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
  }
  /**
   * Create a new parser.
   */
  constructor() {
    this.initialize();
    finalizer4?.register(this, [this[0], this[1]], this);
  }
  /** @internal */
  initialize() {
    if (!checkModule()) {
      throw new Error("cannot construct a Parser before calling `init()`");
    }
    C._ts_parser_new_wasm();
    this[0] = C.getValue(TRANSFER_BUFFER, "i32");
    this[1] = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
  }
  /** Delete the parser, freeing its resources. */
  delete() {
    finalizer4?.unregister(this);
    C._ts_parser_delete(this[0]);
    C._free(this[1]);
    this[0] = 0;
    this[1] = 0;
  }
  /**
   * Set the language that the parser should use for parsing.
   *
   * If the language was not successfully assigned, an error will be thrown.
   * This happens if the language was generated with an incompatible
   * version of the Tree-sitter CLI. Check the language's version using
   * {@link Language#version} and compare it to this library's
   * {@link LANGUAGE_VERSION} and {@link MIN_COMPATIBLE_VERSION} constants.
   */
  setLanguage(language) {
    let address;
    if (!language) {
      address = 0;
      this.language = null;
    } else if (language.constructor === Language) {
      address = language[0];
      const version = C._ts_language_abi_version(address);
      if (version < MIN_COMPATIBLE_VERSION || LANGUAGE_VERSION < version) {
        throw new Error(
          `Incompatible language version ${version}. Compatibility range ${MIN_COMPATIBLE_VERSION} through ${LANGUAGE_VERSION}.`
        );
      }
      this.language = language;
    } else {
      throw new Error("Argument must be a Language");
    }
    C._ts_parser_set_language(this[0], address);
    return this;
  }
  /**
   * Parse a slice of UTF8 text.
   *
   * @param {string | ParseCallback} callback - The UTF8-encoded text to parse or a callback function.
   *
   * @param {Tree | null} [oldTree] - A previous syntax tree parsed from the same document. If the text of the
   *   document has changed since `oldTree` was created, then you must edit `oldTree` to match
   *   the new text using {@link Tree#edit}.
   *
   * @param {ParseOptions} [options] - Options for parsing the text.
   *  This can be used to set the included ranges, or a progress callback.
   *
   * @returns {Tree | null} A {@link Tree} if parsing succeeded, or `null` if:
   *  - The parser has not yet had a language assigned with {@link Parser#setLanguage}.
   *  - The progress callback returned true.
   */
  parse(callback, oldTree, options) {
    if (typeof callback === "string") {
      C.currentParseCallback = (index) => callback.slice(index);
    } else if (typeof callback === "function") {
      C.currentParseCallback = callback;
    } else {
      throw new Error("Argument must be a string or a function");
    }
    if (options?.progressCallback) {
      C.currentProgressCallback = options.progressCallback;
    } else {
      C.currentProgressCallback = null;
    }
    if (this.logCallback) {
      C.currentLogCallback = this.logCallback;
      C._ts_parser_enable_logger_wasm(this[0], 1);
    } else {
      C.currentLogCallback = null;
      C._ts_parser_enable_logger_wasm(this[0], 0);
    }
    let rangeCount = 0;
    let rangeAddress = 0;
    if (options?.includedRanges) {
      rangeCount = options.includedRanges.length;
      rangeAddress = C._calloc(rangeCount, SIZE_OF_RANGE);
      let address = rangeAddress;
      for (let i2 = 0; i2 < rangeCount; i2++) {
        marshalRange(address, options.includedRanges[i2]);
        address += SIZE_OF_RANGE;
      }
    }
    const treeAddress = C._ts_parser_parse_wasm(
      this[0],
      this[1],
      oldTree ? oldTree[0] : 0,
      rangeAddress,
      rangeCount
    );
    if (!treeAddress) {
      C.currentParseCallback = null;
      C.currentLogCallback = null;
      C.currentProgressCallback = null;
      return null;
    }
    if (!this.language) {
      throw new Error("Parser must have a language to parse");
    }
    const result = new Tree(INTERNAL, treeAddress, this.language, C.currentParseCallback);
    C.currentParseCallback = null;
    C.currentLogCallback = null;
    C.currentProgressCallback = null;
    return result;
  }
  /**
   * Instruct the parser to start the next parse from the beginning.
   *
   * If the parser previously failed because of a callback, 
   * then by default, it will resume where it left off on the
   * next call to {@link Parser#parse} or other parsing functions.
   * If you don't want to resume, and instead intend to use this parser to
   * parse some other document, you must call `reset` first.
   */
  reset() {
    C._ts_parser_reset(this[0]);
  }
  /** Get the ranges of text that the parser will include when parsing. */
  getIncludedRanges() {
    C._ts_parser_included_ranges_wasm(this[0]);
    const count = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count);
    if (count > 0) {
      let address = buffer;
      for (let i2 = 0; i2 < count; i2++) {
        result[i2] = unmarshalRange(address);
        address += SIZE_OF_RANGE;
      }
      C._free(buffer);
    }
    return result;
  }
  /** Set the logging callback that a parser should use during parsing. */
  setLogger(callback) {
    if (!callback) {
      this.logCallback = null;
    } else if (typeof callback !== "function") {
      throw new Error("Logger callback must be a function");
    } else {
      this.logCallback = callback;
    }
    return this;
  }
  /** Get the parser's current logger. */
  getLogger() {
    return this.logCallback;
  }
};

// src/query.ts
var PREDICATE_STEP_TYPE_CAPTURE = 1;
var PREDICATE_STEP_TYPE_STRING = 2;
var QUERY_WORD_REGEX = /[\w-]+/g;
var CaptureQuantifier = {
  Zero: 0,
  ZeroOrOne: 1,
  ZeroOrMore: 2,
  One: 3,
  OneOrMore: 4
};
var isCaptureStep = /* @__PURE__ */ __name((step) => step.type === "capture", "isCaptureStep");
var isStringStep = /* @__PURE__ */ __name((step) => step.type === "string", "isStringStep");
var QueryErrorKind = {
  Syntax: 1,
  NodeName: 2,
  FieldName: 3,
  CaptureName: 4,
  PatternStructure: 5
};
var QueryError = class _QueryError extends Error {
  constructor(kind, info2, index, length) {
    super(_QueryError.formatMessage(kind, info2));
    this.kind = kind;
    this.info = info2;
    this.index = index;
    this.length = length;
    this.name = "QueryError";
  }
  kind;
  info;
  index;
  length;
  static {
    __name(this, "QueryError");
  }
  /** Formats an error message based on the error kind and info */
  static formatMessage(kind, info2) {
    switch (kind) {
      case QueryErrorKind.NodeName:
        return `Bad node name '${info2.word}'`;
      case QueryErrorKind.FieldName:
        return `Bad field name '${info2.word}'`;
      case QueryErrorKind.CaptureName:
        return `Bad capture name @${info2.word}`;
      case QueryErrorKind.PatternStructure:
        return `Bad pattern structure at offset ${info2.suffix}`;
      case QueryErrorKind.Syntax:
        return `Bad syntax at offset ${info2.suffix}`;
    }
  }
};
function parseAnyPredicate(steps, index, operator, textPredicates) {
  if (steps.length !== 3) {
    throw new Error(
      `Wrong number of arguments to \`#${operator}\` predicate. Expected 2, got ${steps.length - 1}`
    );
  }
  if (!isCaptureStep(steps[1])) {
    throw new Error(
      `First argument of \`#${operator}\` predicate must be a capture. Got "${steps[1].value}"`
    );
  }
  const isPositive = operator === "eq?" || operator === "any-eq?";
  const matchAll = !operator.startsWith("any-");
  if (isCaptureStep(steps[2])) {
    const captureName1 = steps[1].name;
    const captureName2 = steps[2].name;
    textPredicates[index].push((captures) => {
      const nodes1 = [];
      const nodes2 = [];
      for (const c of captures) {
        if (c.name === captureName1) nodes1.push(c.node);
        if (c.name === captureName2) nodes2.push(c.node);
      }
      const compare = /* @__PURE__ */ __name((n1, n2, positive) => {
        return positive ? n1.text === n2.text : n1.text !== n2.text;
      }, "compare");
      return matchAll ? nodes1.every((n1) => nodes2.some((n2) => compare(n1, n2, isPositive))) : nodes1.some((n1) => nodes2.some((n2) => compare(n1, n2, isPositive)));
    });
  } else {
    const captureName = steps[1].name;
    const stringValue = steps[2].value;
    const matches = /* @__PURE__ */ __name((n) => n.text === stringValue, "matches");
    const doesNotMatch = /* @__PURE__ */ __name((n) => n.text !== stringValue, "doesNotMatch");
    textPredicates[index].push((captures) => {
      const nodes = [];
      for (const c of captures) {
        if (c.name === captureName) nodes.push(c.node);
      }
      const test = isPositive ? matches : doesNotMatch;
      return matchAll ? nodes.every(test) : nodes.some(test);
    });
  }
}
__name(parseAnyPredicate, "parseAnyPredicate");
function parseMatchPredicate(steps, index, operator, textPredicates) {
  if (steps.length !== 3) {
    throw new Error(
      `Wrong number of arguments to \`#${operator}\` predicate. Expected 2, got ${steps.length - 1}.`
    );
  }
  if (steps[1].type !== "capture") {
    throw new Error(
      `First argument of \`#${operator}\` predicate must be a capture. Got "${steps[1].value}".`
    );
  }
  if (steps[2].type !== "string") {
    throw new Error(
      `Second argument of \`#${operator}\` predicate must be a string. Got @${steps[2].name}.`
    );
  }
  const isPositive = operator === "match?" || operator === "any-match?";
  const matchAll = !operator.startsWith("any-");
  const captureName = steps[1].name;
  const regex = new RegExp(steps[2].value);
  textPredicates[index].push((captures) => {
    const nodes = [];
    for (const c of captures) {
      if (c.name === captureName) nodes.push(c.node.text);
    }
    const test = /* @__PURE__ */ __name((text, positive) => {
      return positive ? regex.test(text) : !regex.test(text);
    }, "test");
    if (nodes.length === 0) return !isPositive;
    return matchAll ? nodes.every((text) => test(text, isPositive)) : nodes.some((text) => test(text, isPositive));
  });
}
__name(parseMatchPredicate, "parseMatchPredicate");
function parseAnyOfPredicate(steps, index, operator, textPredicates) {
  if (steps.length < 2) {
    throw new Error(
      `Wrong number of arguments to \`#${operator}\` predicate. Expected at least 1. Got ${steps.length - 1}.`
    );
  }
  if (steps[1].type !== "capture") {
    throw new Error(
      `First argument of \`#${operator}\` predicate must be a capture. Got "${steps[1].value}".`
    );
  }
  const isPositive = operator === "any-of?";
  const captureName = steps[1].name;
  const stringSteps = steps.slice(2);
  if (!stringSteps.every(isStringStep)) {
    throw new Error(
      `Arguments to \`#${operator}\` predicate must be strings.".`
    );
  }
  const values = stringSteps.map((s) => s.value);
  textPredicates[index].push((captures) => {
    const nodes = [];
    for (const c of captures) {
      if (c.name === captureName) nodes.push(c.node.text);
    }
    if (nodes.length === 0) return !isPositive;
    return nodes.every((text) => values.includes(text)) === isPositive;
  });
}
__name(parseAnyOfPredicate, "parseAnyOfPredicate");
function parseIsPredicate(steps, index, operator, assertedProperties, refutedProperties) {
  if (steps.length < 2 || steps.length > 3) {
    throw new Error(
      `Wrong number of arguments to \`#${operator}\` predicate. Expected 1 or 2. Got ${steps.length - 1}.`
    );
  }
  if (!steps.every(isStringStep)) {
    throw new Error(
      `Arguments to \`#${operator}\` predicate must be strings.".`
    );
  }
  const properties = operator === "is?" ? assertedProperties : refutedProperties;
  if (!properties[index]) properties[index] = {};
  properties[index][steps[1].value] = steps[2]?.value ?? null;
}
__name(parseIsPredicate, "parseIsPredicate");
function parseSetDirective(steps, index, setProperties) {
  if (steps.length < 2 || steps.length > 3) {
    throw new Error(`Wrong number of arguments to \`#set!\` predicate. Expected 1 or 2. Got ${steps.length - 1}.`);
  }
  if (!steps.every(isStringStep)) {
    throw new Error(`Arguments to \`#set!\` predicate must be strings.".`);
  }
  if (!setProperties[index]) setProperties[index] = {};
  setProperties[index][steps[1].value] = steps[2]?.value ?? null;
}
__name(parseSetDirective, "parseSetDirective");
function parsePattern(index, stepType, stepValueId, captureNames, stringValues, steps, textPredicates, predicates, setProperties, assertedProperties, refutedProperties) {
  if (stepType === PREDICATE_STEP_TYPE_CAPTURE) {
    const name2 = captureNames[stepValueId];
    steps.push({ type: "capture", name: name2 });
  } else if (stepType === PREDICATE_STEP_TYPE_STRING) {
    steps.push({ type: "string", value: stringValues[stepValueId] });
  } else if (steps.length > 0) {
    if (steps[0].type !== "string") {
      throw new Error("Predicates must begin with a literal value");
    }
    const operator = steps[0].value;
    switch (operator) {
      case "any-not-eq?":
      case "not-eq?":
      case "any-eq?":
      case "eq?":
        parseAnyPredicate(steps, index, operator, textPredicates);
        break;
      case "any-not-match?":
      case "not-match?":
      case "any-match?":
      case "match?":
        parseMatchPredicate(steps, index, operator, textPredicates);
        break;
      case "not-any-of?":
      case "any-of?":
        parseAnyOfPredicate(steps, index, operator, textPredicates);
        break;
      case "is?":
      case "is-not?":
        parseIsPredicate(steps, index, operator, assertedProperties, refutedProperties);
        break;
      case "set!":
        parseSetDirective(steps, index, setProperties);
        break;
      default:
        predicates[index].push({ operator, operands: steps.slice(1) });
    }
    steps.length = 0;
  }
}
__name(parsePattern, "parsePattern");
var finalizer5 = newFinalizer((address) => {
  C._ts_query_delete(address);
});
var Query = class {
  static {
    __name(this, "Query");
  }
  /** @internal */
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  exceededMatchLimit;
  /** @internal */
  textPredicates;
  /** The names of the captures used in the query. */
  captureNames;
  /** The quantifiers of the captures used in the query. */
  captureQuantifiers;
  /**
   * The other user-defined predicates associated with the given index.
   *
   * This includes predicates with operators other than:
   * - `match?`
   * - `eq?` and `not-eq?`
   * - `any-of?` and `not-any-of?`
   * - `is?` and `is-not?`
   * - `set!`
   */
  predicates;
  /** The properties for predicates with the operator `set!`. */
  setProperties;
  /** The properties for predicates with the operator `is?`. */
  assertedProperties;
  /** The properties for predicates with the operator `is-not?`. */
  refutedProperties;
  /** The maximum number of in-progress matches for this cursor. */
  matchLimit;
  /**
   * Create a new query from a string containing one or more S-expression
   * patterns.
   *
   * The query is associated with a particular language, and can only be run
   * on syntax nodes parsed with that language. References to Queries can be
   * shared between multiple threads.
   *
   * @link {@see https://tree-sitter.github.io/tree-sitter/using-parsers/queries}
   */
  constructor(language, source) {
    const sourceLength = C.lengthBytesUTF8(source);
    const sourceAddress = C._malloc(sourceLength + 1);
    C.stringToUTF8(source, sourceAddress, sourceLength + 1);
    const address = C._ts_query_new(
      language[0],
      sourceAddress,
      sourceLength,
      TRANSFER_BUFFER,
      TRANSFER_BUFFER + SIZE_OF_INT
    );
    if (!address) {
      const errorId = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
      const errorByte = C.getValue(TRANSFER_BUFFER, "i32");
      const errorIndex = C.UTF8ToString(sourceAddress, errorByte).length;
      const suffix = source.slice(errorIndex, errorIndex + 100).split("\n")[0];
      const word = suffix.match(QUERY_WORD_REGEX)?.[0] ?? "";
      C._free(sourceAddress);
      switch (errorId) {
        case QueryErrorKind.Syntax:
          throw new QueryError(QueryErrorKind.Syntax, { suffix: `${errorIndex}: '${suffix}'...` }, errorIndex, 0);
        case QueryErrorKind.NodeName:
          throw new QueryError(errorId, { word }, errorIndex, word.length);
        case QueryErrorKind.FieldName:
          throw new QueryError(errorId, { word }, errorIndex, word.length);
        case QueryErrorKind.CaptureName:
          throw new QueryError(errorId, { word }, errorIndex, word.length);
        case QueryErrorKind.PatternStructure:
          throw new QueryError(errorId, { suffix: `${errorIndex}: '${suffix}'...` }, errorIndex, 0);
      }
    }
    const stringCount = C._ts_query_string_count(address);
    const captureCount = C._ts_query_capture_count(address);
    const patternCount = C._ts_query_pattern_count(address);
    const captureNames = new Array(captureCount);
    const captureQuantifiers = new Array(patternCount);
    const stringValues = new Array(stringCount);
    for (let i2 = 0; i2 < captureCount; i2++) {
      const nameAddress = C._ts_query_capture_name_for_id(
        address,
        i2,
        TRANSFER_BUFFER
      );
      const nameLength = C.getValue(TRANSFER_BUFFER, "i32");
      captureNames[i2] = C.UTF8ToString(nameAddress, nameLength);
    }
    for (let i2 = 0; i2 < patternCount; i2++) {
      const captureQuantifiersArray = new Array(captureCount);
      for (let j = 0; j < captureCount; j++) {
        const quantifier = C._ts_query_capture_quantifier_for_id(address, i2, j);
        captureQuantifiersArray[j] = quantifier;
      }
      captureQuantifiers[i2] = captureQuantifiersArray;
    }
    for (let i2 = 0; i2 < stringCount; i2++) {
      const valueAddress = C._ts_query_string_value_for_id(
        address,
        i2,
        TRANSFER_BUFFER
      );
      const nameLength = C.getValue(TRANSFER_BUFFER, "i32");
      stringValues[i2] = C.UTF8ToString(valueAddress, nameLength);
    }
    const setProperties = new Array(patternCount);
    const assertedProperties = new Array(patternCount);
    const refutedProperties = new Array(patternCount);
    const predicates = new Array(patternCount);
    const textPredicates = new Array(patternCount);
    for (let i2 = 0; i2 < patternCount; i2++) {
      const predicatesAddress = C._ts_query_predicates_for_pattern(address, i2, TRANSFER_BUFFER);
      const stepCount = C.getValue(TRANSFER_BUFFER, "i32");
      predicates[i2] = [];
      textPredicates[i2] = [];
      const steps = new Array();
      let stepAddress = predicatesAddress;
      for (let j = 0; j < stepCount; j++) {
        const stepType = C.getValue(stepAddress, "i32");
        stepAddress += SIZE_OF_INT;
        const stepValueId = C.getValue(stepAddress, "i32");
        stepAddress += SIZE_OF_INT;
        parsePattern(
          i2,
          stepType,
          stepValueId,
          captureNames,
          stringValues,
          steps,
          textPredicates,
          predicates,
          setProperties,
          assertedProperties,
          refutedProperties
        );
      }
      Object.freeze(textPredicates[i2]);
      Object.freeze(predicates[i2]);
      Object.freeze(setProperties[i2]);
      Object.freeze(assertedProperties[i2]);
      Object.freeze(refutedProperties[i2]);
    }
    C._free(sourceAddress);
    this[0] = address;
    this.captureNames = captureNames;
    this.captureQuantifiers = captureQuantifiers;
    this.textPredicates = textPredicates;
    this.predicates = predicates;
    this.setProperties = setProperties;
    this.assertedProperties = assertedProperties;
    this.refutedProperties = refutedProperties;
    this.exceededMatchLimit = false;
    finalizer5?.register(this, address, this);
  }
  /** Delete the query, freeing its resources. */
  delete() {
    finalizer5?.unregister(this);
    C._ts_query_delete(this[0]);
    this[0] = 0;
  }
  /**
   * Iterate over all of the matches in the order that they were found.
   *
   * Each match contains the index of the pattern that matched, and a list of
   * captures. Because multiple patterns can match the same set of nodes,
   * one match may contain captures that appear *before* some of the
   * captures from a previous match.
   *
   * @param {Node} node - The node to execute the query on.
   *
   * @param {QueryOptions} options - Options for query execution.
   */
  matches(node, options = {}) {
    const startPosition = options.startPosition ?? ZERO_POINT;
    const endPosition = options.endPosition ?? ZERO_POINT;
    const startIndex = options.startIndex ?? 0;
    const endIndex = options.endIndex ?? 0;
    const startContainingPosition = options.startContainingPosition ?? ZERO_POINT;
    const endContainingPosition = options.endContainingPosition ?? ZERO_POINT;
    const startContainingIndex = options.startContainingIndex ?? 0;
    const endContainingIndex = options.endContainingIndex ?? 0;
    const matchLimit = options.matchLimit ?? 4294967295;
    const maxStartDepth = options.maxStartDepth ?? 4294967295;
    const progressCallback = options.progressCallback;
    if (typeof matchLimit !== "number") {
      throw new Error("Arguments must be numbers");
    }
    this.matchLimit = matchLimit;
    if (endIndex !== 0 && startIndex > endIndex) {
      throw new Error("`startIndex` cannot be greater than `endIndex`");
    }
    if (endPosition !== ZERO_POINT && (startPosition.row > endPosition.row || startPosition.row === endPosition.row && startPosition.column > endPosition.column)) {
      throw new Error("`startPosition` cannot be greater than `endPosition`");
    }
    if (endContainingIndex !== 0 && startContainingIndex > endContainingIndex) {
      throw new Error("`startContainingIndex` cannot be greater than `endContainingIndex`");
    }
    if (endContainingPosition !== ZERO_POINT && (startContainingPosition.row > endContainingPosition.row || startContainingPosition.row === endContainingPosition.row && startContainingPosition.column > endContainingPosition.column)) {
      throw new Error("`startContainingPosition` cannot be greater than `endContainingPosition`");
    }
    if (progressCallback) {
      C.currentQueryProgressCallback = progressCallback;
    }
    marshalNode(node);
    C._ts_query_matches_wasm(
      this[0],
      node.tree[0],
      startPosition.row,
      startPosition.column,
      endPosition.row,
      endPosition.column,
      startIndex,
      endIndex,
      startContainingPosition.row,
      startContainingPosition.column,
      endContainingPosition.row,
      endContainingPosition.column,
      startContainingIndex,
      endContainingIndex,
      matchLimit,
      maxStartDepth
    );
    const rawCount = C.getValue(TRANSFER_BUFFER, "i32");
    const startAddress = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const didExceedMatchLimit = C.getValue(TRANSFER_BUFFER + 2 * SIZE_OF_INT, "i32");
    const result = new Array(rawCount);
    this.exceededMatchLimit = Boolean(didExceedMatchLimit);
    let filteredCount = 0;
    let address = startAddress;
    for (let i2 = 0; i2 < rawCount; i2++) {
      const patternIndex = C.getValue(address, "i32");
      address += SIZE_OF_INT;
      const captureCount = C.getValue(address, "i32");
      address += SIZE_OF_INT;
      const captures = new Array(captureCount);
      address = unmarshalCaptures(this, node.tree, address, patternIndex, captures);
      if (this.textPredicates[patternIndex].every((p) => p(captures))) {
        result[filteredCount] = { patternIndex, captures };
        const setProperties = this.setProperties[patternIndex];
        result[filteredCount].setProperties = setProperties;
        const assertedProperties = this.assertedProperties[patternIndex];
        result[filteredCount].assertedProperties = assertedProperties;
        const refutedProperties = this.refutedProperties[patternIndex];
        result[filteredCount].refutedProperties = refutedProperties;
        filteredCount++;
      }
    }
    result.length = filteredCount;
    C._free(startAddress);
    C.currentQueryProgressCallback = null;
    return result;
  }
  /**
   * Iterate over all of the individual captures in the order that they
   * appear.
   *
   * This is useful if you don't care about which pattern matched, and just
   * want a single, ordered sequence of captures.
   *
   * @param {Node} node - The node to execute the query on.
   *
   * @param {QueryOptions} options - Options for query execution.
   */
  captures(node, options = {}) {
    const startPosition = options.startPosition ?? ZERO_POINT;
    const endPosition = options.endPosition ?? ZERO_POINT;
    const startIndex = options.startIndex ?? 0;
    const endIndex = options.endIndex ?? 0;
    const startContainingPosition = options.startContainingPosition ?? ZERO_POINT;
    const endContainingPosition = options.endContainingPosition ?? ZERO_POINT;
    const startContainingIndex = options.startContainingIndex ?? 0;
    const endContainingIndex = options.endContainingIndex ?? 0;
    const matchLimit = options.matchLimit ?? 4294967295;
    const maxStartDepth = options.maxStartDepth ?? 4294967295;
    const progressCallback = options.progressCallback;
    if (typeof matchLimit !== "number") {
      throw new Error("Arguments must be numbers");
    }
    this.matchLimit = matchLimit;
    if (endIndex !== 0 && startIndex > endIndex) {
      throw new Error("`startIndex` cannot be greater than `endIndex`");
    }
    if (endPosition !== ZERO_POINT && (startPosition.row > endPosition.row || startPosition.row === endPosition.row && startPosition.column > endPosition.column)) {
      throw new Error("`startPosition` cannot be greater than `endPosition`");
    }
    if (endContainingIndex !== 0 && startContainingIndex > endContainingIndex) {
      throw new Error("`startContainingIndex` cannot be greater than `endContainingIndex`");
    }
    if (endContainingPosition !== ZERO_POINT && (startContainingPosition.row > endContainingPosition.row || startContainingPosition.row === endContainingPosition.row && startContainingPosition.column > endContainingPosition.column)) {
      throw new Error("`startContainingPosition` cannot be greater than `endContainingPosition`");
    }
    if (progressCallback) {
      C.currentQueryProgressCallback = progressCallback;
    }
    marshalNode(node);
    C._ts_query_captures_wasm(
      this[0],
      node.tree[0],
      startPosition.row,
      startPosition.column,
      endPosition.row,
      endPosition.column,
      startIndex,
      endIndex,
      startContainingPosition.row,
      startContainingPosition.column,
      endContainingPosition.row,
      endContainingPosition.column,
      startContainingIndex,
      endContainingIndex,
      matchLimit,
      maxStartDepth
    );
    const count = C.getValue(TRANSFER_BUFFER, "i32");
    const startAddress = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const didExceedMatchLimit = C.getValue(TRANSFER_BUFFER + 2 * SIZE_OF_INT, "i32");
    const result = new Array();
    this.exceededMatchLimit = Boolean(didExceedMatchLimit);
    const captures = new Array();
    let address = startAddress;
    for (let i2 = 0; i2 < count; i2++) {
      const patternIndex = C.getValue(address, "i32");
      address += SIZE_OF_INT;
      const captureCount = C.getValue(address, "i32");
      address += SIZE_OF_INT;
      const captureIndex = C.getValue(address, "i32");
      address += SIZE_OF_INT;
      captures.length = captureCount;
      address = unmarshalCaptures(this, node.tree, address, patternIndex, captures);
      if (this.textPredicates[patternIndex].every((p) => p(captures))) {
        const capture = captures[captureIndex];
        const setProperties = this.setProperties[patternIndex];
        capture.setProperties = setProperties;
        const assertedProperties = this.assertedProperties[patternIndex];
        capture.assertedProperties = assertedProperties;
        const refutedProperties = this.refutedProperties[patternIndex];
        capture.refutedProperties = refutedProperties;
        result.push(capture);
      }
    }
    C._free(startAddress);
    C.currentQueryProgressCallback = null;
    return result;
  }
  /** Get the predicates for a given pattern. */
  predicatesForPattern(patternIndex) {
    return this.predicates[patternIndex];
  }
  /**
   * Disable a certain capture within a query.
   *
   * This prevents the capture from being returned in matches, and also
   * avoids any resource usage associated with recording the capture.
   */
  disableCapture(captureName) {
    const captureNameLength = C.lengthBytesUTF8(captureName);
    const captureNameAddress = C._malloc(captureNameLength + 1);
    C.stringToUTF8(captureName, captureNameAddress, captureNameLength + 1);
    C._ts_query_disable_capture(this[0], captureNameAddress, captureNameLength);
    C._free(captureNameAddress);
  }
  /**
   * Disable a certain pattern within a query.
   *
   * This prevents the pattern from matching, and also avoids any resource
   * usage associated with the pattern. This throws an error if the pattern
   * index is out of bounds.
   */
  disablePattern(patternIndex) {
    if (patternIndex >= this.predicates.length) {
      throw new Error(
        `Pattern index is ${patternIndex} but the pattern count is ${this.predicates.length}`
      );
    }
    C._ts_query_disable_pattern(this[0], patternIndex);
  }
  /**
   * Check if, on its last execution, this cursor exceeded its maximum number
   * of in-progress matches.
   */
  didExceedMatchLimit() {
    return this.exceededMatchLimit;
  }
  /** Get the byte offset where the given pattern starts in the query's source. */
  startIndexForPattern(patternIndex) {
    if (patternIndex >= this.predicates.length) {
      throw new Error(
        `Pattern index is ${patternIndex} but the pattern count is ${this.predicates.length}`
      );
    }
    return C._ts_query_start_byte_for_pattern(this[0], patternIndex);
  }
  /** Get the byte offset where the given pattern ends in the query's source. */
  endIndexForPattern(patternIndex) {
    if (patternIndex >= this.predicates.length) {
      throw new Error(
        `Pattern index is ${patternIndex} but the pattern count is ${this.predicates.length}`
      );
    }
    return C._ts_query_end_byte_for_pattern(this[0], patternIndex);
  }
  /** Get the number of patterns in the query. */
  patternCount() {
    return C._ts_query_pattern_count(this[0]);
  }
  /** Get the index for a given capture name. */
  captureIndexForName(captureName) {
    return this.captureNames.indexOf(captureName);
  }
  /** Check if a given pattern within a query has a single root node. */
  isPatternRooted(patternIndex) {
    return C._ts_query_is_pattern_rooted(this[0], patternIndex) === 1;
  }
  /** Check if a given pattern within a query has a single root node. */
  isPatternNonLocal(patternIndex) {
    return C._ts_query_is_pattern_non_local(this[0], patternIndex) === 1;
  }
  /**
   * Check if a given step in a query is 'definite'.
   *
   * A query step is 'definite' if its parent pattern will be guaranteed to
   * match successfully once it reaches the step.
   */
  isPatternGuaranteedAtStep(byteIndex) {
    return C._ts_query_is_pattern_guaranteed_at_step(this[0], byteIndex) === 1;
  }
};

//# sourceMappingURL=web-tree-sitter.js.map


/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/publicPath */
/******/ 	(() => {
/******/ 		__nccwpck_require__.p = "";
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		__nccwpck_require__.b = require("url").pathToFileURL(__filename);
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		// no chunk install function needed
/******/ 		
/******/ 		// no chunk loading
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = require("node:v8");
;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = require("node:zlib");
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: ./src/base/hash.ts

/** SHA-256 of the text as UTF-8, in lower-case hexadecimal. */
function sha256(text) {
    return createHash('sha256').update(text, 'utf8').digest('hex');
}
/** SHA-256 of several texts or bytes in their order, which tells where each of them ends. */
function hash_digestOf(parts) {
    const hash = createHash('sha256');
    for (const part of parts) {
        hash.update(`${typeof part === 'string' ? `t${part.length}` : `b${part.byteLength}`}\n`);
        hash.update(part);
    }
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./src/base/stack.ts
/** What some work gives; `null` where the stack does not reach. */
function stack_withinStack(work) {
    try {
        return work();
    }
    catch (error) {
        // Not `instanceof`: it is of another realm where a test runs in a context of its own.
        if (Object(error).name === 'RangeError')
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/base/packed.ts




/** Plain data as text, shared parts once: objects, lists, maps and sets. */
function packed(value) {
    const bytes = gzipSync(serialize(value));
    return { payload: bytes.toString('base64'), digest: digestOf([bytes]) };
}
// What was packed to fill the memory of whoever opens it.
const mostBytes = (/* unused pure expression or super */ null && (1 << 30));
/** The data again, or `null` where the text is not what was packed. */
function unpacked(payload, digest) {
    const bytes = Buffer.from(payload, 'base64');
    if (digestOf([bytes]) !== digest)
        return null;
    try {
        return { value: deserialize(gunzipSync(bytes, { maxOutputLength: mostBytes })) };
    }
    catch {
        // A newer Node has written it in a form that this one does not know.
        return null;
    }
}
/**
 * Plain data as bytes; `null` where its parts lie so deep in one another that the stack does not reach. To open them takes more
 * of it than to make them.
 */
function toBytes(value) {
    return stack_withinStack(() => (0,external_node_v8_namespaceObject.serialize)(value));
}
/** The data again; `null` where the stack does not reach. */
function fromBytes(bytes) {
    return withinStack(() => ({ value: deserialize(bytes) }));
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = require("node:worker_threads");
;// CONCATENATED MODULE: ./src/files/grammars.ts



/**
 * The WebAssembly file of a grammar, or of the parser's runtime. In the bundle they lie beside `index.js`; while developing
 * they are taken from the packages that ship them.
 */
function readGrammar(name) {
    const before = known.get(name);
    if (before)
        return before;
    const { file, shippedIn } = places[name];
    const bundled = join(grammars_ownFolder(), file);
    const bytes = readFileSync(existsSync(bundled) ? bundled : join(grammars_ownFolder(), '..', '..', 'node_modules', shippedIn, file));
    known.set(name, bytes);
    return bytes;
}
const known = new Map();
/**
 * Has grammars translated once and in haste, in a third of the time, from now on in this process. Code that is translated again
 * for speed reads a few percent quicker in the largest trees, and to make it takes up to 700 MiB for one function.
 */
function hurry() {
    // The first implies the others only where a program is started with it, and younger versions of V8 go by the others alone.
    for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'])
        setFlagsFromString(flag);
}
const places = {
    python: { file: 'tree-sitter-python.wasm', shippedIn: 'tree-sitter-python' },
    bash: { file: 'tree-sitter-bash.wasm', shippedIn: 'tree-sitter-bash' },
    terraform: { file: 'tree-sitter-terraform.wasm', shippedIn: '@tree-sitter-grammars/tree-sitter-hcl' },
    runtime: { file: 'web-tree-sitter.wasm', shippedIn: 'web-tree-sitter' },
};
/** The folder of the program that runs. */
// A function, because the bundler works out paths that it finds written down, and then copies all that they may mean.
function grammars_ownFolder() {
    return __dirname;
}

;// CONCATENATED MODULE: ./src/files/threads.ts





/**
 * How many threads are of use here, this one counted. One core is for those of Node itself, which compile
 * and collect garbage; beyond four they wait for one another.
 */
function usefulThreads() {
    return Math.max(1, Math.min(4, availableParallelism() - 1));
}
// So many items wait for a thread at most: enough that it has something to do while this one is busy, and few enough that neither
// holds much of what the other one has as well.
const mostWaiting = 8;
/**
 * Starts so many threads of a program that lies beside the bundle; `null` where there is no bundle. Tools and items are copied
 * to each. A thread that died is waited for so many seconds, once.
 */
function openCrew(program, threads, tools, patience) {
    const path = join(ownFolder(), program);
    if (threads < 1 || !existsSync(path))
        return null;
    const hands = Array.from({ length: threads }, () => startThread(path, tools));
    const orders = new Map();
    const answers = new Map();
    return {
        offer: (number, item) => {
            const hand = leastBusy(hands);
            if (!hand || waitingFor(hand) >= mostWaiting)
                return false;
            orders.set(number, { hand, place: hand.given });
            hand.given += 1;
            hand.port.postMessage({ number, item });
            return true;
        },
        take: number => {
            const order = orders.get(number);
            if (!order)
                return null;
            orders.delete(number);
            waitFor(order.hand, order.place, patience);
            collect(order.hand, answers);
            const bytes = answers.get(number) ?? null;
            answers.delete(number);
            return bytes;
        },
        close: async () => {
            for (const { port } of hands)
                port.close();
            await Promise.all(hands.map(({ worker }) => worker.terminate()));
        },
    };
}
function leastBusy(hands) {
    const [first, ...others] = hands.filter(({ lost }) => !lost);
    return others.reduce((least, hand) => (waitingFor(hand) < waitingFor(least ?? hand) ? hand : least), first);
}
function waitingFor({ given, done }) {
    return given - Atomics.load(done, 0);
}
// As long as it gets on with what it was handed, it lives.
function waitFor(hand, place, patience) {
    while (!hand.lost) {
        const done = Atomics.load(hand.done, 0);
        if (done > place)
            return;
        hand.lost = Atomics.wait(hand.done, 0, done, 1000 * patience) === 'timed-out';
    }
}
function collect({ port }, answers) {
    for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) {
        const { number, bytes } = got.message;
        answers.set(number, bytes);
    }
}
function startThread(path, tools) {
    const { port1, port2 } = new MessageChannel();
    const done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const luggage = { tools, port: port2, done };
    const worker = new Worker(path, { workerData: luggage, transferList: [port2], execArgv: [], env: {} });
    // What it leaves undone is done here.
    worker.on('error', () => { });
    worker.unref();
    port1.unref();
    return { worker, port: port1, done, given: 0, lost: false };
}
/** The life of a thread of a crew. */
async function serve(prepare) {
    const { tools, port, done } = external_node_worker_threads_namespaceObject.workerData;
    const work = await prepare(tools);
    port.on('message', ({ number, item }) => {
        const bytes = attempt(work, item);
        if (bytes)
            port.postMessage({ number, bytes });
        Atomics.add(done, 0, 1);
        Atomics.notify(done, 0);
    });
}
// What goes wrong goes wrong again in the thread that asks, which knows what to say.
function attempt(work, item) {
    try {
        return work(item);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./src/frontends/bounds.ts
/** What holds where nobody says otherwise. */
const usualBounds = { depth: 400, yamlValues: 300_000 };
// Reading comes to its end before anything else runs, and what is bounded lies far below whoever knows the configuration.
let current = usualBounds;
/** Reads within other bounds. */
function withBounds(bounds, read) {
    const before = current;
    current = bounds;
    try {
        return read();
    }
    finally {
        current = before;
    }
}
/** The bounds of what is read now. */
function boundsNow() {
    return current;
}
/** How deep a reader goes that itself can go so deep. */
function depthWithin(own) {
    return Math.min(own, current.depth);
}
/** Whether these are what others have read within, too. */
function areUsual({ depth, yamlValues }) {
    return depth === usualBounds.depth && yamlValues === usualBounds.yamlValues;
}

// EXTERNAL MODULE: ./node_modules/web-tree-sitter/web-tree-sitter.js
var web_tree_sitter = __nccwpck_require__(33);
;// CONCATENATED MODULE: ./src/frontends/parser.ts

let runtime = null;
// A language stays in the sandbox for good, so a second scan takes the one of the first.
const languages = new WeakMap();
/** Loads a grammar from its WebAssembly bytes; the runtime's bytes are needed once. */
async function loadGrammar(runtimeBytes, grammarBytes, seconds = mostSeconds) {
    runtime ??= web_tree_sitter/* Parser */.iX.init({ wasmBinary: runtimeBytes });
    await runtime;
    const known = languages.get(grammarBytes) ?? web_tree_sitter/* Language */.TM.load(grammarBytes);
    languages.set(grammarBytes, known);
    const language = await known;
    const parser = new web_tree_sitter/* Parser */.iX();
    parser.setLanguage(language);
    const hopeless = new Set();
    return { parse: (text, use) => parseWith({ parser, seconds, hopeless }, text, use) };
}
/** How long parsing one file may take, where nobody says otherwise. */
const mostSeconds = 30;
function parseWith(patient, text, use) {
    const whole = patient.hopeless.has(text) ? null : parseInTime(patient, text);
    const tree = whole ?? patient.parser.parse('');
    if (!tree)
        throw new Error('the parser gave no tree');
    try {
        return use(tree.rootNode, whole ? 0 : patient.seconds);
    }
    finally {
        tree.delete();
    }
}
// Some broken texts take the parser time that grows with the square of their length, and it counts no step of that. So here,
// and nowhere else, a clock decides; it stops nothing that takes a hundredth of its time.
function parseInTime({ parser, seconds, hopeless }, text) {
    const end = performance.now() + 1000 * seconds;
    // The types of the library forget that an answer stops the parser.
    const isLate = () => performance.now() > end;
    const tree = parser.parse(text, null, { progressCallback: isLate });
    if (tree)
        return tree;
    parser.reset();
    hopeless.add(text);
    return null;
}
const givenUp = 'Parsing it took more than';
/** Whether a notice says that parsing was given up: another time, or on another machine, it may not be. */
function isGivenUp({ kind, message }) {
    return kind === 'limit' && message.startsWith(givenUp);
}
/** What is said of a file whose parsing was given up. */
function givenUpNotice(path, seconds) {
    const message = `${givenUp} ${seconds === 1 ? 'a second' : `${seconds} seconds`}, so nothing of it was read. How far a machine comes in that time differs; \`limits\` in the configuration sets it.`;
    return { path, line: 0, kind: 'limit', message };
}

;// CONCATENATED MODULE: ./src/program/charge.ts
const rank = { note: 1, warning: 2, error: 3 };
/** One finding out of several charges, the most specific first: the most severe speaks, and its message names the others. */
function together(about, charges) {
    const [speaker = charges[0], ...also] = [...charges].sort((a, b) => rank[b.level] - rank[a.level]);
    const { says: _, ...spoken } = speaker;
    return { ...about, ...spoken, message: [spoken.message, ...naming(also)].join(' '), also };
}
/** The charges of a finding, as each rule would tell it alone. */
function apart(finding) {
    const { rule, level, securitySeverity, precision, fix, steps, guards, also } = finding;
    const named = naming(also)
        .map(sentence => ` ${sentence}`)
        .join('');
    const message = finding.message.slice(0, finding.message.length - named.length);
    return [{ rule, level, securitySeverity, precision, message, fix, steps, guards, says: null }, ...also];
}
function naming(also) {
    const bare = also.filter(({ says }) => says === null).map(({ rule }) => `\`${rule}\``);
    const last = bare.at(-1);
    const names = bare.length > 1 ? `${bare.slice(0, -1).join(', ')} and ${last}` : last;
    return [
        ...also.flatMap(({ rule, says }) => (says === null ? [] : [`It also ${says} (\`${rule}\`).`])),
        ...(names === undefined ? [] : [`${names} ${bare.length > 1 ? 'apply' : 'applies'} as well.`]),
    ];
}

;// CONCATENATED MODULE: ./src/program/source.ts
/** A file of which some parts need not be read. Its text is asked for where somebody needs it. */
function partlyRead(file, unread) {
    const { path, container } = file;
    const text = { get: () => file.text, enumerable: true, configurable: true };
    return Object.defineProperty({ path, ...(container && { container }), unread }, 'text', text);
}
/** What is read of a file: the rest is blank, and every line and offset stays. */
function readablePart({ text, unread = [] }) {
    return unread.length === 0 ? text : withBlanks(text, unread);
}
/** A text with some stretches of it blank, in their order. */
function withBlanks(text, stretches) {
    const pieces = [];
    let from = 0;
    for (const { start, end } of stretches) {
        pieces.push(text.slice(from, start), text.slice(start, end).replace(/[^\r\n]+/g, spaces));
        from = end;
    }
    return pieces.join('') + text.slice(from);
}
function spaces(text) {
    return ' '.repeat(text.length);
}
/** The file on disk that holds a file; the file itself where nothing is embedded. */
function fileOnDisk(file) {
    return file.container ? fileOnDisk(file.container.file) : file;
}
/** The span in the file on disk that holds a span of embedded code; the span itself where nothing is embedded. */
function onDisk(span) {
    const { container } = span.file;
    if (!container)
        return span;
    const start = offsetOnDisk(container, span.start);
    const end = Math.max(start, offsetOnDisk(container, span.end));
    return onDisk({ file: container.file, start, end });
}
// A notebook is made of thousands of pieces, and each of its calls asks.
function offsetOnDisk({ pieces }, offset) {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((pieces[middle]?.from ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    const piece = pieces[low];
    return piece ? piece.to + Math.min(Math.max(0, offset - piece.from), piece.length) : 0;
}

;// CONCATENATED MODULE: ./src/program/unit.ts
/** Behind its name, a variable of a task is marked that counts only where the environment has none: `STAGE ?= Staging`. */
const onlyDefault = '?=';
/** Whether what a task says of a variable counts only where its environment says nothing. */
function isOnlyDefault({ bound }, name) {
    const mark = bound.get(name + onlyDefault)?.[0];
    return mark?.kind === 'constant' && mark.value === true;
}
/** What is the same in all units that are no functions or classes of a language. */
const plainUnit = {
    parent: null,
    parameters: [],
    owner: null,
    decorators: [],
    returns: null,
    generator: false,
    bound: new Map(),
};

;// CONCATENATED MODULE: ./src/program/value.ts
const unknown = { kind: 'unknown' };
function constant(value) {
    return { kind: 'constant', value };
}
/** One of these, whichever path was taken. */
function mixOf(values) {
    const of = [...new Set(values)];
    const [only, second] = of;
    if (only === undefined)
        return unknown;
    return second === undefined ? only : { kind: 'mix', of, from: of.map(() => -1) };
}

;// CONCATENATED MODULE: ./src/program/index.ts











;// CONCATENATED MODULE: ./src/frontends/effort.ts
/** What a file may cost. */
function fullEffort() {
    return { blocks: 3_000_000, copied: 500_000, copying: 0, spent: false };
}
/** Passes one more block; false where too many have been passed. */
function passBlock(effort) {
    effort.blocks -= 1;
    if (effort.blocks < 0)
        effort.spent = true;
    return effort.blocks >= 0;
}
/**
 * Walks one more copy of a body, unless too much has been copied. Bodies in bodies multiply at each level, and whatever
 * looks at one of their calls then meets all the others: a copy in a copy counts for more than what it says.
 */
function copyBody(effort, characters, read) {
    effort.copied -= effort.copying > 0 ? 1000 + 10 * characters : characters;
    if (effort.copied < 0)
        effort.spent = true;
    if (effort.copied < 0)
        return;
    effort.copying += 1;
    read();
    effort.copying -= 1;
}

;// CONCATENATED MODULE: ./src/frontends/placed.ts
function openDraft() {
    return { text: '', pieces: [] };
}
/** Adds a stretch of taken text as it stands. */
function copy(draft, { text, at }, start = 0, end = text.length) {
    let from = start;
    for (let i = start + 1; i <= end; i += 1) {
        if (i < end && at[i] === (at[i - 1] ?? 0) + 1)
            continue;
        write(draft, text.slice(from, i), at[from] ?? 0, i - from);
        from = i;
    }
}
/** Adds text that stands for `length` characters of the file from `at` on. */
function write(draft, text, at, length) {
    if (text === '')
        return;
    const last = draft.pieces.at(-1);
    const from = draft.text.length;
    const follows = last !== undefined &&
        last.from + last.length === from &&
        last.to + last.length === at &&
        length === text.length;
    if (last && follows)
        draft.pieces[draft.pieces.length - 1] = { ...last, length: last.length + length };
    else
        draft.pieces.push({ from, to: at, length: Math.min(length, text.length) });
    draft.text += text;
}
/** The embedded file that a draft became. */
function placed({ text, pieces }, file, path) {
    // Code ends with a line feed, whether or not the file does.
    const end = file.text.length;
    const within = pieces.map(({ from, to, length }) => {
        const start = Math.min(to, end);
        return { from, to: start, length: Math.min(length, end - start) };
    });
    return { path, text, container: { file, pieces: within } };
}
/** A stretch of a file, as it stands. */
function takeFrom(text, start, end) {
    return { text: text.slice(start, end), at: Array.from({ length: end - start + 1 }, (_, i) => start + i) };
}
/** Stretches of taken text, one behind the other. */
function placed_join(parts) {
    const at = [];
    for (const part of parts)
        for (let i = 0; i < part.text.length; i += 1)
            at.push(part.at[i] ?? 0);
    at.push(parts.at(-1)?.at.at(-1) ?? 0);
    return { text: parts.map(part => part.text).join(''), at };
}
/** The lines of taken text, without what ends them. */
function linesIn({ text, at }) {
    const lines = [];
    let start = 0;
    for (const { index, 0: end } of text.matchAll(/\r\n?|\n|$/g)) {
        if (index < start)
            continue;
        lines.push({ text: text.slice(start, index), at: at.slice(start, index + 1) });
        start = index + end.length;
        if (end === '')
            break;
    }
    return lines;
}

;// CONCATENATED MODULE: ./src/frontends/notebook/commands.ts

const assigned = /^(\s*[A-Za-z_][\w.[\]"', \t]*=\s*)([!%])(?![=%])(.*)$/s;
const asked = /^\s*(?:\?{1,2}\s*[\w.*%]+|%{0,2}[\w.*]+(?:\[[^\]\n]*\])?\?{1,2})\s*$/;
// These need no percent sign, as long as nothing else has the name.
const automatic = /^\s*(?:(?:pip|conda|mamba)\s+(?:un)?install\s|(?:cd|ls|pwd|mkdir|cat|cp|mv|rm)\s+[\w.~/-][^=(]*$)/;
/** Whether a line is one for the notebook and not for Python. */
function isCommandLine(line) {
    return /^\s*(?:!|%(?!=))/.test(line) || automatic.test(line) || assigned.test(line) || asked.test(line);
}
/** Writes a command as the call that IPython makes of it. */
function writeCommand(draft, line, outside) {
    const { text } = line;
    const [, target = '', sign = '', rest = ''] = assigned.exec(text) ?? [];
    const head = sign === '' ? (/^\s*/.exec(text)?.[0].length ?? 0) : target.length;
    copy(draft, line, 0, head);
    const command = sliced(line, head);
    if (sign !== '')
        return sign === '!'
            ? shell(draft, command, 1, 'getoutput', outside)
            : commands_assign(draft, command, rest, outside);
    if (asked.test(text))
        return write(draft, 'pass', line.at[head] ?? 0, 0);
    if (automatic.test(text))
        return quoted(draft, command, 0, 'run_line_magic');
    if (command.text.startsWith('!!'))
        return shell(draft, command, 2, 'getoutput', outside);
    if (command.text.startsWith('!'))
        return shell(draft, command, 1, 'system', outside);
    magic(draft, command, outside);
}
function sliced({ text, at }, start) {
    return { text: text.slice(start), at: at.slice(start) };
}
const timed = /^%(?:time|timeit|prun|memit|lprun|mprun|snakeviz|debug)\b[ \t]*((?:-[a-zA-Z]+[ \t]*\d*[ \t]+)*)/;
function commands_assign(draft, command, rest, outside) {
    if (/^(?:sx|system|sh)\s/.test(rest))
        return shell(draft, command, /^%\w+\s/.exec(command.text)?.[0].length ?? 1, 'getoutput', outside);
    const time = timed.exec(command.text);
    if (time)
        return copy(draft, command, time[0].length);
    quoted(draft, command, 1, 'run_line_magic');
}
function magic(draft, command, outside) {
    const { text } = command;
    const name = /^%+(\w*)/.exec(text)?.[1] ?? '';
    const time = timed.exec(text);
    if (time) {
        // Without a statement it times nothing, or the cell.
        if (time[0].length < text.length)
            return copy(draft, command, time[0].length);
        return write(draft, 'pass', command.at[0] ?? 0, 0);
    }
    const behind = /^%+\w*[ \t]*/.exec(text)?.[0].length ?? text.length;
    if (/^(?:sx|system|sh)$/.test(name))
        return shell(draft, command, behind, 'system', outside);
    if (name === 'run')
        return run(draft, command, text.slice(behind), outside);
    if (/^(?:env|set_env)$/.test(name))
        return environment(draft, command, text.slice(behind));
    quoted(draft, command, 1, 'run_line_magic');
}
function environment(draft, command, rest) {
    const [, name, given = ''] = /^(\w+)(?=[\s=])([\s\S]*)$/.exec(rest) ?? [];
    const value = given.trim().replace(/^=\s*/, '');
    if (name === undefined)
        return write(draft, 'pass', command.at[0] ?? 0, 0);
    const text = `import os; os.environ["${name}"] = ${JSON.stringify(value)}`;
    write(draft, text, command.at[0] ?? 0, command.text.length);
}
function run(draft, command, rest, outside) {
    const words = rest.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
    const path = words.find(word => !word.startsWith('-'))?.replace(/^(["'])(.*)\1$/, '$2');
    const file = path === undefined ? null : outside.run(path);
    if (!file)
        return quoted(draft, command, 1, 'run_line_magic');
    write(draft, `${outside.name(file.unit)}()`, command.at[0] ?? 0, command.text.length);
    write(draft, file.takesIn === '' ? '' : `; ${file.takesIn}`, command.at[0] ?? 0, 0);
}
function quoted(draft, command, sign, method) {
    const at = command.at[0] ?? 0;
    write(draft, 'get_ipython().', at, 0);
    write(draft, method, at, command.text.length);
    write(draft, `(${JSON.stringify(command.text.slice(sign))})`, at, command.text.length);
}
function shell(draft, whole, sign, method, outside) {
    const cut = remarkIn(whole.text);
    const command = { text: whole.text.slice(0, cut), at: whole.at.slice(0, cut + 1) };
    const { text, at } = command;
    write(draft, 'get_ipython().', at[0] ?? 0, 0);
    write(draft, method, at[0] ?? 0, text.length);
    write(draft, '(f"""', at[0] ?? 0, 0);
    let from = sign;
    for (const match of text.slice(sign).matchAll(/\\|"|\$?\{([^{}"\n]*)\}|[{}]|\$([A-Za-z_]\w*)/g)) {
        const index = match.index + sign;
        const changed = inFormat(match[0], match[1], match[2], outside);
        if (changed === match[0])
            continue;
        copy(draft, command, from, index);
        write(draft, changed, at[index] ?? 0, match[0].length);
        from = index + match[0].length;
    }
    copy(draft, command, from);
    write(draft, '""")', at.at(-1) ?? 0, 0);
    copy(draft, whole, cut);
}
// Nobody writes a remark behind a longer line.
const longestRemarked = 2_000;
// To the shell it is a comment, and so it is one here.
function remarkIn(text) {
    const parts = text.matchAll(/"(?:\\[\s\S]|[^"\\])*"|'[^']*'|(?<=\s)#\s*modelgate:/g);
    return ([...(text.length < longestRemarked && text.includes('modelgate:') ? parts : [])].find(([part]) => part.startsWith('#'))?.index ?? text.length);
}
// IPython fills in `{expression}` and `$name`, and leaves to the shell what it does not know.
function inFormat(found, expression, name, outside) {
    if (found === '\\' || found === '"')
        return `\\${found}`;
    if (name !== undefined)
        return outside.binds(name) ? `{${name}}` : found;
    const isPython = expression !== undefined && /^[A-Za-z_][\w.[\]'() +,-]*$/.test(expression) && !found.startsWith('$');
    return isPython ? found : found.replace(/[{}]/g, '$&$&').replace(/["\\]/g, '\\$&');
}

;// CONCATENATED MODULE: ./src/frontends/notebook/statements.ts
/** Takes a cell apart. A command begins where a statement may: not inside of a text, of brackets or behind a continued line. */
function stretchesOf(text, isCommand) {
    const stretches = [];
    let state = { quote: '', depth: 0, continued: false };
    for (let start = 0; start <= text.length;) {
        const fresh = state.quote === '' && state.depth === 0 && !state.continued;
        const command = fresh && isCommand(lineAt(text, start));
        const end = command ? endOfCommand(text, start) : start + lineAt(text, start).length;
        if (!command)
            state = after(text.slice(start, end), state);
        stretches.push({ start, end, command });
        start = end + 1;
    }
    return stretches;
}
function lineAt(text, start) {
    const end = text.indexOf('\n', start);
    return text.slice(start, end < 0 ? text.length : end);
}
function endOfCommand(text, start) {
    let end = start;
    for (;;) {
        const line = lineAt(text, end);
        end += line.length;
        if (!/\\\r?$/.test(line) || end >= text.length)
            return end;
        end += 1;
    }
}
function after(line, before) {
    let { quote, depth } = before;
    let continued = false;
    for (const [found] of line.matchAll(/\\[\s\S]?|"""|'''|["'#]|[([{]|[)\]}]/g)) {
        continued = false;
        if (found === '\\' || found === '\\\r')
            continued = true;
        else if (found.startsWith('\\'))
            continue;
        else if (quote !== '')
            quote = found === quote ? '' : quote;
        else if (found === '#')
            break;
        else if (/^["']/.test(found))
            quote = found;
        else
            depth = Math.max(0, depth + (/[([{]/.test(found) ? 1 : -1));
    }
    // A text in single quotes ends with its line.
    return { quote: quote.length === 1 && !continued ? '' : quote, depth, continued };
}

;// CONCATENATED MODULE: ./src/frontends/notebook/written.ts

const written_magic = /^%%(?:writefile|file)\s(.*)/;
const adding = /^(?:-a|--append)\s+/;
const written_languages = [
    [/\.pyw?$/, 'python'],
    [/\.(?:ba|z|k)?sh$/, 'shell'],
];
/** Whether a cell, which begins with this line, is written to a file and not run. Its text is kept where it is code. */
function keepWritten(written, cell, start, first) {
    const rest = written_magic.exec(first)?.[1]?.trim();
    if (rest === undefined)
        return false;
    const name = rest.replace(adding, '').replace(/^(["'])(.*)\1$/, '$2');
    const language = written_languages.find(([ending]) => ending.test(name))?.[1];
    if (language === undefined)
        return true;
    const drafts = written.get(name)?.drafts ?? [];
    const last = adding.test(rest) ? drafts.at(-1) : undefined;
    const draft = last ?? openDraft();
    copy(draft, cell, start + first.length);
    if (!last)
        drafts.push(draft);
    written.set(name, { language, drafts });
    return true;
}
/** The written files as code of their own. One that lies there with the same text is read where it lies. */
function writtenFiles(written, file, of, others) {
    const found = [...written].flatMap(([name, { language, drafts }]) => drafts
        .filter(({ text }) => others(besides(file.path, name))?.text.trim() !== text.trim())
        .map(draft => ({ language, draft })));
    const shell = { errexit: false, pipefail: false };
    // What somebody is meant to fill in is no news.
    return found.map(({ language, draft }, index) => ({
        language,
        shell,
        sketch: true,
        file: placed(draft, file, `${of}${mark}${index + 1}`),
    }));
}
const mark = '#written-';
/** Whether code of this path is a file that a cell writes. */
function isWritten(path) {
    return path.includes(mark);
}
function besides(path, name) {
    return [...path.split('/').slice(0, -1), ...name.split('/').filter(part => part !== '.')].join('/');
}

;// CONCATENATED MODULE: ./src/frontends/notebook/code.ts




/** Puts cells of Python together, in order, as one text of this path. */
function codeOf(file, path, cells, others) {
    const draft = openDraft();
    const shell = [];
    const written = new Map();
    const names = new Map();
    const bound = boundIn(cells);
    const outside = {
        binds: name => bound.has(name),
        run: other => findRun(file.path, other, others),
        name: unit => {
            const name = `__run_${names.size + 1}__`;
            names.set(name, { kind: 'function', unit });
            return name;
        },
    };
    const parts = cells.map(cell => {
        const from = draft.text.length;
        writeCell({ draft, file, path, shell, written, outside }, cell);
        write(draft, '\n', cell.at.at(-1) ?? 0, 0);
        return from;
    });
    const mode = { errexit: false, pipefail: false };
    const python = {
        language: 'python',
        shell: mode,
        file: placed(draft, file, path),
        names,
        parts,
    };
    return { python, shell, written: writtenFiles(written, file, path, others) };
}
function boundIn(cells) {
    const bound = new Set();
    for (const { text } of cells)
        for (const [, name = ''] of text.matchAll(/(?:^|[\n;,(]|\bas|\bfor|\bimport)[ \t]*([A-Za-z_]\w*)[ \t]*(?=[=,\n:)]|$| in\b)/g))
            bound.add(name);
    return bound;
}
const shells = /^%%(?:bash|sh|script[ \t]+(?:--\S+[ \t]+)*(?:ba|z)?sh|!|sx|system)\b|^%sh\b|^%%!/;
const inPython = /^%%(?:time|timeit|capture|prun|memit|mprun|python\d?|pypy|px|local|spark|pyspark|configure|skip\w*|heat|cache|wandb|ipytest|snakeviz|scalene|debug|notify|chart|autoreload|add_to|artifact|task|matplotlib|with\w*)\b/;
// In notebooks of Databricks one percent sign is enough for a cell in another language.
const inDatabricks = /^%(?:md|md-sandbox|sql|scala|r|fs|sh)\b/;
function writeCell(target, cell) {
    const start = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*/.exec(cell.text)?.[0].length ?? 0;
    const first = /^[^\n]*/.exec(cell.text.slice(start))?.[0] ?? '';
    if (shells.test(first))
        return writeShell(target, cell, start, first);
    if (keepWritten(target.written, cell, start, first))
        return;
    if (first.startsWith('%%') ? !inPython.test(first) : inDatabricks.test(first))
        return;
    const from = first.startsWith('%%') ? start + first.length : 0;
    writePython(target, { text: cell.text.slice(from), at: cell.at.slice(from) });
}
// The first line of a cell may be indented, and all others with it.
function writePython({ draft, outside }, cell) {
    const margin = /^\n*([ \t]+)\S/.exec(cell.text)?.[1] ?? '';
    let definition = -1;
    for (const { start, end, command } of stretchesOf(cell.text, isCommandLine)) {
        const from = margin !== '' && cell.text.startsWith(margin, start) ? start + margin.length : start;
        const line = { text: cell.text.slice(from, end), at: cell.at.slice(from, end + 1) };
        const indent = line.text.search(/\S/);
        if (indent >= 0 && indent <= definition)
            definition = -1;
        if (definition < 0 && /^\s*(?:async\s+)?def\b/.test(line.text))
            definition = indent;
        if (command)
            writeCommand(draft, line, outside);
        else
            writeLine(draft, line, outside, definition >= 0);
        write(draft, '\n', cell.at[end] ?? 0, end < cell.text.length ? 1 : 0);
    }
}
// Databricks runs another notebook by a call, whose failure is an exception here. What ends a notebook gives something back.
const control = /\bdbutils\.notebook\.run(?=\(\s*(["'])([^"'\n]+)\1)|\bdbutils\.notebook\.exit(?<=(?:^|[:;])\s*dbutils\.notebook\.exit)(?=\s*\()/g;
function writeLine(draft, line, outside, inFunction) {
    let from = 0;
    for (const { 0: whole, 2: path, index } of line.text.includes('dbutils')
        ? line.text.matchAll(control)
        : []) {
        const file = path === undefined ? null : outside.run(path);
        if (path === undefined ? inFunction : !file)
            continue;
        copy(draft, line, from, index);
        write(draft, file ? outside.name(file.unit) : 'return ', line.at[index] ?? 0, whole.length);
        from = index + whole.length;
    }
    copy(draft, line, from);
}
// What a shell reports as failed raises an exception, unless the cell says otherwise; `%sh` asks for `-e`.
function writeShell({ draft, file, path: of, shell, outside }, cell, start, first) {
    const body = openDraft();
    const lines = linesIn({
        text: cell.text.slice(start + first.length),
        at: cell.at.slice(start + first.length),
    });
    for (const line of lines.slice(1)) {
        copy(body, line);
        write(body, '\n', line.at.at(-1) ?? 0, 1);
    }
    const path = `${of}#shell-${shell.length + 1}`;
    const mode = { errexit: /\s-\w*e\b/.test(first), pipefail: false };
    shell.push({ language: 'shell', shell: mode, file: placed(body, file, path) });
    const call = `${outside.name(path)}()`;
    const at = cell.at[start] ?? 0;
    const raises = first.startsWith('%sh') ? mode.errexit : !/--no-raise-error|^%%(?:!|sx|system)/.test(first);
    if (raises)
        return write(draft, `${call}\n`, at, first.length);
    write(draft, 'try:\n ', at, 0);
    write(draft, call, at, first.length);
    write(draft, '\nexcept Exception: pass\n', at, 0);
}
// A notebook is named with or without its extension.
function findRun(from, path, others) {
    const folder = from.split('/').slice(0, -1);
    for (const part of path.split('/')) {
        if (part === '..')
            folder.pop();
        else if (part !== '.' && part !== '')
            folder.push(part);
    }
    const whole = folder.join('/');
    for (const end of ['', '.py', '.ipynb']) {
        const found = others(`${whole}${end}`);
        if (found && found.path !== from)
            return { unit: found.path, takesIn: takenIn(from, found.path) };
    }
    return null;
}
// Its names are known here from then on. A notebook is no module, so its names come by themselves.
function takenIn(from, path) {
    if (!/\.py$/.test(path))
        return '';
    const here = from.split('/').slice(0, -1);
    const there = path.replace(/\.py$/, '').split('/');
    let shared = 0;
    while (shared < here.length && here[shared] === there[shared])
        shared += 1;
    const dots = '.'.repeat(here.length - shared + 1);
    const module = there.slice(shared);
    return module.every(part => /^[A-Za-z_]\w*$/.test(part)) ? `from ${dots}${module.join('.')} import *` : '';
}

;// CONCATENATED MODULE: ./src/frontends/notebook/databricks.ts


/** Notebooks that Databricks keeps as Python files: cells between lines of their own, other languages in comments. */
const databricksFrontend = {
    name: 'databricks',
    claims: path => /\.pyw?$/.test(path),
    recognises: file => isDatabricks(file.text),
    read: (file, others = () => undefined) => read(file, others),
};
/** Whether a Python file is a notebook of Databricks. */
function isDatabricks(text) {
    return /^\uFEFF?# Databricks notebook source[ \t]*(?:\r?\n|$)/.test(text.slice(0, 100));
}
function read(file, others) {
    const cells = cellsIn(linesIn(takeFrom(file.text, 0, file.text.length)));
    const { python, shell, written } = codeOf(file, file.path, cells.map(cellOf), others);
    return {
        units: [],
        classes: [],
        settings: [],
        stars: [],
        notices: [],
        embedded: [...shell, ...written, python],
    };
}
function cellsIn(lines) {
    const cells = [[]];
    for (const line of lines)
        if (/^# COMMAND -{5,}\s*$/.test(line.text))
            cells.push([]);
        else
            cells.at(-1)?.push(line);
    return cells;
}
const databricks_mark = /^# MAGIC ?/;
// A cell in another language is one in comments; a command may also stand among lines of Python.
function cellOf(lines) {
    const first = lines.find(line => line.text.trim() !== '' && !/^# (?!MAGIC)/.test(line.text));
    const whole = first !== undefined && databricks_mark.test(first.text);
    return placed_join(lines
        .filter(line => !whole || databricks_mark.test(line.text))
        .map(({ text, at }) => {
        const from = whole || /^# MAGIC %(?:run|pip|sh)\b/.test(text) ? (databricks_mark.exec(text)?.[0].length ?? 0) : 0;
        const end = at.at(-1) ?? 0;
        return { text: `${text.slice(from)}\n`, at: [...at.slice(from, -1), end, end + 1] };
    }));
}

;// CONCATENATED MODULE: ./src/base/once.ts
/** What `make` makes of an object, made where it is asked for first. */
function onceFor(make) {
    const known = new WeakMap();
    return of => keptIn(known, of, () => make(of));
}
/** What `make` makes of a text, made where it is asked for first. */
function remembered(make) {
    const known = new Map();
    return text => keptIn(known, text, () => make(text));
}
/** What `make` makes, made where it is asked for first. */
function once(make) {
    let made = null;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
/** What is known under a key, made where it is asked for first. */
function keptIn(known, key, make) {
    const before = known.get(key);
    if (before !== undefined)
        return before;
    const made = make();
    known.set(key, made);
    return made;
}

;// CONCATENATED MODULE: ./src/frontends/remarks/lines.ts

/** The line that an offset stands on, without its end. */
function lineAround(text, offset) {
    const end = text.indexOf('\n', offset);
    const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
    return { start, end: end < 0 ? text.length : end };
}
/** The line behind the one that an offset stands on; `null` at the end. */
function lineBehind(text, offset) {
    const end = text.indexOf('\n', offset);
    return end < 0 || end + 1 >= text.length ? null : lineAround(text, end + 1);
}
/** The comments that speak to this program, with what they stand at: the rest of their own line, or else what begins on the line below. */
function placedComments(text, comments, statementOn = line => goingOn(text, line)) {
    const alone = new Set(comments.filter(comment => standsAlone(text, comment)).map(({ start }) => lineAround(text, start).start));
    // Very many may stand on one line.
    const known = new Map();
    const statement = line => keptIn(known, line.start, () => statementOn(line));
    const speaking = comments.filter(({ start, end }) => text.slice(start, end).includes('modelgate:'));
    return speaking.map((comment, index) => ({
        ...comment,
        covers: index < mostSpeaking ? coveredBy(text, comment, alone, statement) : null,
    }));
}
const mostLines = 50;
// To find a statement takes as long as the file is large, and a file of nothing but exceptions was written to be slow.
const mostSpeaking = 500;
function standsAlone(text, { start, end }) {
    return isBlankFrom(text, start - 1, -1) && isBlankFrom(text, end, 1);
}
// Only as far as it is blank: the line may be as long as the file.
function isBlankFrom(text, offset, step) {
    for (let at = offset; at >= 0 && at < text.length && text[at] !== '\n'; at += step)
        if (/\S/.test(text[at] ?? ''))
            return false;
    return true;
}
function coveredBy(text, comment, alone, statementOn) {
    const line = lineAround(text, comment.start);
    if (!alone.has(line.start))
        return statementOn(line);
    let next = lineBehind(text, comment.end);
    for (let count = 0; next && count < mostLines; count += 1, next = lineBehind(text, next.end)) {
        if (text.slice(next.start, next.end).trim() === '')
            return null;
        if (!alone.has(next.start))
            return statementOn(next);
    }
    return null;
}
// A line goes on behind a backslash, and while brackets are open. Where they never close it is taken by itself.
function goingOn(text, line) {
    let [at, open] = [line, 0];
    for (let count = 0; count < mostLines; count += 1) {
        const said = text.slice(at.start, at.end);
        open += (said.match(/[([]/g)?.length ?? 0) - (said.match(/[)\]]/g)?.length ?? 0);
        if (open <= 0 && !/\\\s*$/.test(said))
            return { start: line.start, end: at.end };
        const next = lineBehind(text, at.end);
        if (!next)
            break;
        at = next;
    }
    return line;
}
/** Comments that fill a line: those of Make, Docker and the like, where what stands behind code is part of it. */
function wholeLines(text) {
    return [...text.matchAll(/^[ \t]*([#;][^\n]*)/gm)].map(({ 0: all, 1: said = '', index }) => ({
        start: index + all.length - said.length,
        end: index + all.length,
    }));
}

;// CONCATENATED MODULE: ./src/frontends/remarks/tree.ts

/** The comments that the parser has found, with the statements that they stand at. */
function commentsOf(root, text, shape) {
    // Trees may be of a text that has one line more than the file.
    const comments = root
        .descendantsOfType('comment')
        .flatMap(node => node ? [{ start: node.startIndex, end: Math.min(node.endIndex, text.trimEnd().length) }] : []);
    return placedComments(text, comments, line => statementOn(root, text, line, shape));
}
/** What of the statement that begins on a line belongs together: all of it, or what stands in front of its body. */
function statementOn(root, text, line, shape) {
    const indent = text.slice(line.start, line.end).search(/\S/);
    const first = line.start + indent;
    let node = indent < 0 ? null : root.descendantForIndex(first);
    if (node?.startIndex !== first)
        return line;
    for (let depth = 0; depth < mostSteps; depth += 1) {
        const parent = node.parent;
        if (parent?.startIndex !== first || !parent.parent || shape.lists.has(parent.type))
            break;
        node = parent;
    }
    return { start: line.start, end: Math.max(line.end, Math.min(headEnd(node, shape), text.length)) };
}
const mostSteps = 1000;
function headEnd(node, shape) {
    if (shape.bodies.has(node.type))
        return node.startIndex;
    const body = bodyOf(node, shape) ?? bodyOf(node.children.at(-1) ?? null, shape);
    return body ? body.startIndex : node.endIndex;
}
// A decorated function, or the end of a pipe, holds its body one step further in.
function bodyOf(node, shape) {
    return node?.children.find(child => child && shape.bodies.has(child.type)) ?? null;
}

;// CONCATENATED MODULE: ./src/base/exact.ts
/**
 * The same list with no room to grow, for those that are kept by the hundred thousand: most have one item or none, and a list
 * that `filter`, `flatMap` or `push` has made has room for seventeen.
 */
function exact(list) {
    return list.length === 0 ? none : list.slice();
}
// Frozen, since it is everybody's.
const none = Object.freeze([]);

;// CONCATENATED MODULE: ./src/frontends/variables.ts


// What a name stands for after a `return` or a `raise`: it adds nothing where ways meet.
const unreachable = { kind: 'unknown' };
/** Declares that every way into the block is known. */
function seal(builder, index) {
    const block = blockAt(builder, index);
    if (block.sealed)
        return;
    block.sealed = true;
    for (const [name, mix] of block.pending)
        settle(builder, name, open => {
            open.push({ block: index, mix });
            return mix;
        });
    block.pending.clear();
}
function bind(builder, name, value) {
    blockAt(builder, builder.at).bound.set(name, value);
    builder.dirty = true;
}
/** What `name` stands for at this point. */
function lookUp(builder, name) {
    return settle(builder, name, open => valueAt(builder, builder.at, name, open));
}
const mostRounds = 8;
// Lists that grow have room for more.
function trim(mix) {
    mix.of = mix.of.slice();
    mix.from = mix.from.slice();
}
/**
 * Finds a value and fills the mixes that this opened. A worklist, since thousands of branches in a row are legal.
 * Mixes opened last mostly lie nearest to the entry, so a pass backwards replaces nearly every mix that is of one value
 * only; where ways of different lengths meet it takes another one.
 */
function settle(builder, name, find) {
    const open = [];
    const found = find(open);
    for (let i = 0; i < open.length; i += 1) {
        const entry = open[i];
        if (entry)
            gather(builder, name, entry, open);
    }
    const settled = new Map();
    open.reverse();
    let changed = true;
    for (let round = 0; changed && round < mostRounds; round += 1) {
        changed = false;
        for (const { mix } of open) {
            const value = simplify(mix, settled);
            changed ||= value !== mix && value !== settled.get(mix);
            settled.set(mix, value);
        }
    }
    for (const { block, mix } of open) {
        trim(mix);
        blockAt(builder, block).bound.set(name, settled.get(mix) ?? mix);
    }
    return found.kind === 'mix' ? (settled.get(found) ?? found) : found;
}
function gather(builder, name, { block, mix }, open) {
    const { from: ways, live } = blockAt(builder, block);
    for (const from of ways) {
        if (live && !blockAt(builder, from).live)
            continue;
        const value = valueAt(builder, from, name, open);
        if (value === mix || value === unreachable)
            continue;
        mix.of.push(value);
        mix.from.push(from);
    }
}
function simplify(mix, settled) {
    const ways = mix.of.map((value, i) => ({
        value: value.kind === 'mix' ? (settled.get(value) ?? value) : value,
        from: mix.from[i] ?? -1,
    }));
    const others = ways.filter(way => way.value !== mix && way.value !== unreachable);
    mix.of = others.map(way => way.value);
    mix.from = others.map(way => way.from);
    if (mix.of.length === 0)
        return unreachable;
    const [only, ...rest] = new Set(mix.of);
    return only !== undefined && rest.length === 0 ? only : mix;
}
function valueAt(builder, index, name, open) {
    const passed = [];
    let at = index;
    let value = null;
    while (value === null) {
        if (!passBlock(builder.effort))
            return unknown;
        const block = blockAt(builder, at);
        const bound = block.bound.get(name);
        const only = block.sealed && block.from.length === 1 ? block.from[0] : undefined;
        if (bound)
            value = bound;
        else if (only !== undefined) {
            passed.push(block);
            at = only;
        }
        else
            value = valueOnEntry(builder, at, name, open);
    }
    for (const block of passed)
        block.bound.set(name, value);
    return value;
}
function valueOnEntry(builder, index, name, open) {
    const block = blockAt(builder, index);
    if (block.sealed && block.from.length === 0) {
        const value = index === 0 ? builder.free(name) : unreachable;
        block.bound.set(name, value);
        return value;
    }
    const mix = { kind: 'mix', of: [], from: [] };
    block.bound.set(name, mix);
    if (block.sealed)
        open.push({ block: index, mix });
    else
        block.pending.set(name, mix);
    return mix;
}
/** The block of that number. */
function blockAt(builder, index) {
    const block = builder.blocks[index];
    if (!block)
        throw new Error(`no block ${index}`);
    return block;
}

;// CONCATENATED MODULE: ./src/frontends/builder.ts



// An exception has fewer handlers than this wherever people wrote them.
const mostWays = 64;
/** A builder that stands in an empty entry block. */
function openBuilder(free, effort) {
    const builder = { blocks: [], at: 0, frames: [], dirty: false, free, effort };
    newBlock(builder);
    blockAt(builder, 0).live = true;
    seal(builder, 0);
    return builder;
}
function newBlock(builder) {
    const [bound, pending] = [new Map(), new Map()];
    builder.blocks.push({ facts: [], next: [], from: [], bound, pending, sealed: false, live: false });
    return builder.blocks.length - 1;
}
/** Goes on in a fresh block that `from` alone leads to. */
function startBlock(builder) {
    const next = newBlock(builder);
    builder.at = next;
    return next;
}
function addFact(builder, fact) {
    blockAt(builder, builder.at).facts.push(fact);
}
function addEdge(builder, from, edge) {
    const [here, there] = [blockAt(builder, from), blockAt(builder, edge.to)];
    here.next.push(edge);
    there.from.push(from);
    there.live ||= here.live;
}
/** Whether code that stands in this block can run. */
function isLive(builder, index) {
    return blockAt(builder, index).live;
}
/** A way that is written down and never taken: variables keep their values where it would end. */
function addDeadEdge(builder, from, edge) {
    blockAt(builder, from).next.push(edge);
}
/** Ends the current block with a jump. */
function goTo(builder, to) {
    addEdge(builder, builder.at, { to });
}
/** Adds a call and, inside a `try`, the ways that its failure takes. */
function addCall(builder, callee, args, span, name, more = {}) {
    const call = { kind: 'call', callee, arguments: args, span, name, ...more };
    addFact(builder, call);
    if (isProtected(builder)) {
        const from = builder.at;
        const next = newBlock(builder);
        addEdge(builder, from, { to: next });
        seal(builder, next);
        builder.at = from;
        raiseFrom(builder);
        builder.at = next;
    }
    return call;
}
/** Whether something around the current statement takes exceptions, for a moment at least. */
function isProtected(builder) {
    return builder.frames.some(frame => frame.kind !== 'loop');
}
/** Connects the current block to whatever takes an exception that its last fact raises. */
function raiseFrom(builder) {
    const from = builder.at;
    builder.dirty = false;
    let ways = 0;
    for (let i = builder.frames.length - 1; i >= 0; i -= 1) {
        const frame = builder.frames[i];
        if (frame?.kind === 'finally') {
            addEdge(builder, from, { to: copyFor(builder, frame, 'raise'), when: 'raises', catches: null });
            return;
        }
        if (frame?.kind !== 'handlers')
            continue;
        ways += frame.handlers.length;
        if (ways > mostWays) {
            builder.effort.spent = true;
            return;
        }
        for (const h of frame.handlers)
            takeTo(builder, from, h);
        if (frame.handlers.some(h => h.total))
            return;
    }
}
/** Says that what is not a call may raise here too. */
function mayRaise(builder) {
    // Where a call ends the block, an exception of that call is meant.
    continueIn(builder);
    const from = builder.at;
    const body = newBlock(builder);
    goTo(builder, body);
    const frame = builder.frames.at(-1);
    if (frame?.kind === 'handlers' && frame.handlers.length > mostWays)
        for (const h of frame.handlers)
            takeTo(builder, from, h);
    else
        raiseFrom(builder);
    seal(builder, body);
    builder.at = body;
}
/** Goes on in a new block, and says in which. */
function continueIn(builder) {
    const next = newBlock(builder);
    goTo(builder, next);
    seal(builder, next);
    builder.at = next;
    return next;
}
function takeTo(builder, from, handler) {
    addEdge(builder, from, { to: handler.block, when: 'raises', catches: handler.catches });
}
/** Leaves by `return`, `break` or `continue`, through every `finally` on the way. What follows is unreachable. */
function leave(builder, jump) {
    for (let i = builder.frames.length - 1; i >= 0; i -= 1) {
        const frame = builder.frames[i];
        if (frame?.kind === 'finally') {
            goTo(builder, copyFor(builder, frame, jump));
            break;
        }
        if (frame?.kind === 'loop' && jump !== 'return') {
            goTo(builder, jump === 'break' ? frame.breakTo : frame.continueTo);
            break;
        }
    }
    seal(builder, startBlock(builder));
}
function copyFor(builder, frame, jump) {
    const known = frame.copies.get(jump);
    if (known !== undefined)
        return known;
    const block = newBlock(builder);
    frame.copies.set(jump, block);
    return block;
}
/** The finished blocks. */
function closeBuilder(builder) {
    return builder.blocks.map(({ facts, next }) => ({ facts: exact(facts), next: exact(next) }));
}

;// CONCATENATED MODULE: ./src/frontends/python/limits.ts

// Far more than people nest, and few enough for the stack.
const deepest = 400;
/** Reads what is nested one level deeper, or gives `otherwise` and a notice where that is too deep for the stack. */
function oneDeeper(scope, node, otherwise, read) {
    const { module } = scope;
    const most = depthWithin(deepest);
    if (module.depth > most) {
        noteLimit(scope, node, `Code is nested more than ${most} levels deep; what lies deeper was not read.`);
        return otherwise;
    }
    module.depth += 1;
    try {
        return read();
    }
    finally {
        module.depth -= 1;
    }
}
/** Says once in a file that something in it goes beyond a limit. */
function noteLimit(scope, node, message) {
    const { notices, file } = scope.module;
    if (notices.some(notice => notice.kind === 'limit' && notice.message === message))
        return;
    notices.push({ path: file.path, line: node.startPosition.row + 1, kind: 'limit', message });
}

;// CONCATENATED MODULE: ./src/base/names.ts
/**
 * Gives one string for all that are equal, and none that is a piece of a text: such a piece keeps the whole text in memory
 * for as long as it is held itself.
 */
function openNames() {
    const known = new Map();
    return name => {
        const before = known.get(name);
        if (before !== undefined)
            return before;
        const own = detached(name);
        known.set(own, own);
        return own;
    };
}
// V8 copies what is shorter.
const shortestPiece = 13;
/** An equal string that is no piece of another one. */
function detached(text) {
    if (text.length < shortestPiece)
        return text;
    // What comes from a parser of JSON stands by itself.
    return JSON.parse(JSON.stringify(text));
}

;// CONCATENATED MODULE: ./src/frontends/python/scope.ts




// A name that is bound more often than this may stand for anything.
const mostBound = 256;
function spanOf(scope, node) {
    return { file: scope.module.file, start: node.startIndex, end: node.endIndex };
}
/** The text of a node, empty for none: one string for all nodes that say the same, since names recur. */
function wordOf({ module: { source, words } }, node) {
    if (!node)
        return '';
    const read = source.slice(node.startIndex, node.endIndex);
    return keptIn(words, read, () => detached(read));
}
/** The same name as a string of its own: what the parser gives out are pieces of what it has read. */
function ownName({ module: { words } }, name) {
    return keptIn(words, name, () => detached(name));
}
/** What `name` stands for here. */
function lookUpName(scope, name) {
    const inner = scope.inner.get(name)?.at(-1);
    if (inner !== undefined)
        return lookUp(scope.builder, inner);
    if (scope.globals.has(name))
        return { kind: 'variable', unit: moduleScope(scope).unit, name };
    if (scope.locals.has(name))
        return scope.shared.has(name) ? { kind: 'variable', unit: scope.unit, name } : lookUp(scope.builder, name);
    return scope.kind === 'class' && scope.parent ? lookUpName(scope.parent, name) : freeName(scope, name);
}
/** What `name` stands for where `scope` itself has not bound it: a variable further out, a star import, a builtin. */
function freeName(scope, name) {
    for (let outer = scope.parent; outer; outer = outer.parent) {
        if (outer.inner.has(name))
            return unknown;
        if (outer.kind === 'class' && name === '__class__')
            return { kind: 'class', name: outer.unit };
        if (outer.kind !== 'class' && outer.locals.has(name))
            return { kind: 'variable', unit: outer.unit, name };
    }
    const { stars, given } = scope.module;
    const builtin = given.get(name) ?? { kind: 'name', name, from: null, dots: 0 };
    if (stars.length === 0)
        return builtin;
    return mixOf([builtin, ...stars.map((star) => ({ kind: 'field', of: star, name }))]);
}
function bindName(scope, name, value) {
    const owner = ownerOf(scope, name);
    const values = owner.bound.get(name) ?? [];
    // A list that grows by itself has room for as much again, and there is one for each name.
    if (values.length <= mostBound)
        owner.bound.set(ownName(scope, name), values.concat([values.length < mostBound ? value : unknown]));
    if (owner === scope)
        bind(scope.builder, name, value);
}
/** Binds the name that a node is, and says so where other units may see it. */
function bindWord(scope, word, value) {
    const name = wordOf(scope, word);
    const variable = sharedVariable(scope, name);
    if (variable)
        addFact(scope.builder, { kind: 'bind', variable, value, span: spanOf(scope, word) });
    bindName(scope, name, value);
}
// `null` where binding a name changes it for no other unit.
function sharedVariable(scope, name) {
    const { unit, kind, bound } = ownerOf(scope, name);
    const isSeen = unit !== scope.unit || scope.shared.has(name);
    // What functions find in a module before it is bound there is nothing.
    return isSeen || (kind === 'module' && bound.has(name)) ? { kind: 'variable', unit, name } : null;
}
function ownerOf(scope, name) {
    if (scope.globals.has(name))
        return moduleScope(scope);
    if (!scope.nonlocals.has(name))
        return scope;
    for (let outer = scope.parent; outer; outer = outer.parent)
        if (outer.kind === 'function' && outer.locals.has(name))
            return outer;
    return scope;
}
/** Gives the variables of a comprehension names of their own in the blocks: its surroundings do not see them. */
function openInner(scope, names, at) {
    for (const name of names) {
        // No Python name holds a space.
        const own = `${name} ${at.startIndex}`;
        const open = scope.inner.get(name);
        if (open)
            open.push(own);
        else
            scope.inner.set(name, [own]);
    }
}
function bindInner(scope, word, value) {
    const name = wordOf(scope, word);
    bind(scope.builder, scope.inner.get(name)?.at(-1) ?? name, value);
}
function closeInner(scope, names) {
    for (const name of names) {
        const open = scope.inner.get(name);
        open?.pop();
        if (open?.length === 0)
            scope.inner.delete(name);
    }
}
function moduleScope(scope) {
    let outer = scope;
    while (outer.parent)
        outer = outer.parent;
    return outer;
}
/** A name for a new unit or class; a second definition of the same name gets a number. */
function freshName(module, label) {
    const name = `${module.file.path}:${label}`;
    const count = (module.taken.get(name) ?? 0) + 1;
    module.taken.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
}

;// CONCATENATED MODULE: ./src/frontends/python/logic.ts





// The right side runs only after the left one; a branch is built where that right side does something.
/** `and`, `or`. */
function readBoolean(scope, node) {
    const operator = node.childForFieldName('operator')?.text === 'or' ? 'or' : 'and';
    const left = readExpression(scope, node.childForFieldName('left'));
    const right = node.childForFieldName('right');
    if (!right?.text.includes('('))
        return operation(scope, node, operator, [left, readExpression(scope, right)]);
    const { builder } = scope;
    const value = node.childForFieldName('left') ?? node;
    const [then, join] = [newBlock(builder), newBlock(builder)];
    if (operator === 'and')
        branch(scope, value, left, then, join);
    else
        branch(scope, value, left, join, then);
    seal(builder, then);
    builder.at = then;
    const second = readExpression(scope, right);
    goTo(builder, join);
    seal(builder, join);
    builder.at = join;
    return operation(scope, node, operator, [left, second]);
}
/** `a < b`, `a < b < c`. */
function readComparison(scope, node) {
    const operands = node.namedChildren.filter(isCode).map(child => readExpression(scope, child));
    const operators = node.childrenForFieldName('operators').map(op => (op?.text ?? '').replace(/\s+/g, ' '));
    const links = operators.map((operator, i) => operation(scope, node, (operator === '<>' ? '!=' : operator), operands.slice(i, i + 2)));
    const [only, second] = links;
    return only !== undefined && second === undefined ? only : operation(scope, node, 'and', links);
}
/** `a if condition else b`. */
function readConditional(scope, node) {
    const [value, condition, other] = node.namedChildren.filter(isCode);
    const { builder } = scope;
    const [then, otherwise, join] = [newBlock(builder), newBlock(builder), newBlock(builder)];
    readCondition(scope, condition ?? null, then, otherwise);
    const values = [
        [then, value],
        [otherwise, other],
    ];
    const ways = values.map(([block, side]) => {
        seal(builder, block);
        builder.at = block;
        const result = readExpression(scope, side ?? null);
        const from = builder.at;
        goTo(builder, join);
        return { result, from };
    });
    seal(builder, join);
    builder.at = join;
    const [only, second] = ways.filter(way => isLive(builder, way.from));
    if (only && !second)
        return only.result;
    return { kind: 'mix', of: ways.map(way => way.result), from: ways.map(way => way.from) };
}
/** Evaluates a condition and leaves by one of its two outcomes; the caller seals both blocks. */
function readCondition(scope, node, onTrue, onFalse) {
    if (!node) {
        goTo(scope.builder, onTrue);
        return goTo(scope.builder, onFalse);
    }
    const read = oneDeeper(scope, node, false, () => {
        readConditionOf(scope, node, onTrue, onFalse);
        return true;
    });
    if (!read)
        split(scope, node, unknown, onTrue, onFalse);
}
function readConditionOf(scope, node, onTrue, onFalse) {
    const { builder } = scope;
    if (node.type === 'parenthesized_expression')
        return readCondition(scope, node.namedChildren.find(isCode) ?? null, onTrue, onFalse);
    if (node.type === 'not_operator')
        return readCondition(scope, node.childForFieldName('argument'), onFalse, onTrue);
    if (node.type === 'boolean_operator') {
        const rest = newBlock(builder);
        const isAnd = node.childForFieldName('operator')?.text !== 'or';
        readCondition(scope, node.childForFieldName('left'), isAnd ? rest : onTrue, isAnd ? onFalse : rest);
        seal(builder, rest);
        builder.at = rest;
        return readCondition(scope, node.childForFieldName('right'), onTrue, onFalse);
    }
    branch(scope, node, readExpression(scope, node), onTrue, onFalse);
}
// Goes on where a value leads that may be known.
function branch(scope, node, value, onTrue, onFalse) {
    const known = truthOf(node, value);
    if (known === null)
        split(scope, node, value, onTrue, onFalse);
    else if (node.type === 'identifier')
        splitOnce(scope, node, value, known ? onTrue : onFalse, known ? onFalse : onTrue);
    else
        goTo(scope.builder, known ? onTrue : onFalse);
}
// A variable that can be one thing only is asked all the same: what it was before may have been a check.
function splitOnce(scope, node, value, taken, dead) {
    const { builder } = scope;
    addFact(builder, { kind: 'test', value, span: spanOf(scope, node) });
    const outcome = value.kind === 'constant' && Boolean(value.value);
    addEdge(builder, builder.at, { to: taken, when: outcome ? 'true' : 'false' });
    addDeadEdge(builder, builder.at, { to: dead, when: outcome ? 'false' : 'true' });
}
function split(scope, node, value, onTrue, onFalse) {
    const { builder } = scope;
    addFact(builder, { kind: 'test', value, span: spanOf(scope, node) });
    const from = builder.at;
    addEdge(builder, from, { to: onTrue, when: 'true' });
    addEdge(builder, from, { to: onFalse, when: 'false' });
}
function truthOf(node, value) {
    if (value.kind === 'constant')
        return Boolean(value.value);
    // `assert (ok, "message")` holds whatever `ok` is.
    const isFilled = node.type === 'tuple' && node.namedChildren.some(part => isCode(part) && !isSplat(part));
    return isFilled ? true : null;
}

;// CONCATENATED MODULE: ./src/frontends/python/handed-on.ts
/**
 * What is stored under a key: where `True` is stored only where an option of the same name is true, the option is handed on.
 * `if trust_remote_code: options["trust_remote_code"] = True`
 */
function handedOn(scope, key, value) {
    const name = typeof key === 'string' ? null : key.kind === 'constant' ? key.value : null;
    if (typeof name !== 'string' || value.kind !== 'constant' || value.value !== true)
        return value;
    const asked = conditionBefore(scope.builder);
    return asked && nameOf(scope, asked) === name ? asked : value;
}
// The only way into the block at hand is that on which a value is true.
function conditionBefore({ blocks, at }) {
    const [only, second] = blocks[at]?.from ?? [];
    const before = only === undefined || second !== undefined ? undefined : blocks[only];
    const edges = before?.next.filter(({ to }) => to === at) ?? [];
    const last = before?.facts.at(-1);
    const isTrue = edges.length === 1 && edges[0]?.when === 'true';
    return isTrue && last?.kind === 'test' && !last.over ? last.value : null;
}
function nameOf(scope, value) {
    switch (value.kind) {
        case 'field':
        case 'variable':
            return value.name;
        case 'parameter': {
            const own = value.unit === scope.unit ? [...scope.parameters] : [];
            return own.find(([, index]) => index === value.index)?.[0] ?? null;
        }
        case 'item':
            return value.key.kind === 'constant' ? String(value.key.value) : null;
        default:
            return null;
    }
}

;// CONCATENATED MODULE: ./src/frontends/python/items.ts

// Copying a display for every one of thousands of assignments takes too long; from then on it is a part of the next.
const mostEntries = 100;
/** Stands in a display for any number of items: those of what is splatted there. */
function splatOf(of) {
    return { kind: 'item', of, key: unknown, splat: true };
}
function isSplatted(item) {
    return item.kind === 'item' && item.splat === true;
}
/** `of[key]`, looked up where `of` is written out. */
function itemOf(of, key) {
    if (of.kind !== 'collection' || key.kind !== 'constant' || typeof key.value !== 'number')
        return { kind: 'item', of, key };
    if (of.each !== undefined)
        return of.items[0] ?? unknown;
    const { value } = key;
    const passed = value < 0 ? of.items.slice(value) : of.items.slice(0, value + 1);
    if (passed.some(isSplatted))
        return mixOf(reachedOverSplat(of.items, value < 0));
    return of.items.at(value) ?? unknown;
}
function reachedOverSplat(items, fromEnd) {
    return fromEnd
        ? items.slice(0, items.findLastIndex(isSplatted) + 1)
        : items.slice(items.findIndex(isSplatted));
}
/** `of[key]` of what may have been changed since it was written out: no constant, as that would decide branches. */
function itemNow(of, key) {
    const item = itemOf(of, key);
    return item.kind === 'constant' ? { kind: 'item', of, key } : item;
}
/** What `*rest` takes of a value when `before` targets stand before it and `behind` behind it. */
function restOf(value, before, behind) {
    const isWritten = value.kind === 'collection' && value.each === undefined && !value.items.some(isSplatted);
    const items = isWritten ? value.items.slice(before, value.items.length - behind) : [splatOf(value)];
    return { kind: 'collection', items };
}
/** A display behind `of[key] = value`; `null` for what is none. */
function withItem(of, key, value) {
    if (of.kind === 'dictionary')
        return withEntry(of, key, value);
    return of.kind === 'collection' ? withElement(of, key, value) : null;
}
function withEntry(of, key, value) {
    const before = of.entries.length < mostEntries ? of.entries : [{ key: null, value: of }];
    return { kind: 'dictionary', entries: [...before, { key, value }] };
}
function withElement(of, key, value) {
    const at = key.kind === 'constant' && typeof key.value === 'number' ? key.value : null;
    const isPlain = of.each === undefined && of.items.length < mostEntries && !of.items.some(isSplatted);
    if (at === null || !isPlain || of.items.at(at) === undefined)
        return { kind: 'collection', items: [splatOf(of), value] };
    return { kind: 'collection', items: of.items.with(at, value) };
}

;// CONCATENATED MODULE: ./src/frontends/python/targets.ts







const grouped = /^(pattern_list|tuple_pattern|list_pattern|tuple|list|expression_list|parenthesized_expression|as_pattern_target)$/;
/** Assigns `value` to a target: a name, a field, an item, or several of them at once. */
function bindTarget(scope, target, value, bind = bindWord) {
    if (!target)
        return;
    if (target.type === 'identifier')
        bind(scope, target, value);
    else if (isPlace(target))
        storeAt(scope, openPlace(scope, target), value);
    else if (target.type.startsWith('list_splat'))
        bindTarget(scope, firstCode(target), value, bind);
    else if (grouped.test(target.type))
        oneDeeper(scope, target, undefined, () => bindEach(scope, target, value, bind));
}
function bindEach(scope, target, value, bind) {
    const parts = target.namedChildren.filter(isCode);
    const [only, second] = parts;
    if (only && !second && /^(parenthesized_expression|as_pattern_target)$/.test(target.type))
        return bindTarget(scope, only, value, bind);
    const star = parts.findIndex(part => part.type.startsWith('list_splat'));
    parts.forEach((part, i) => {
        const index = star >= 0 && i > star ? i - parts.length : i;
        const given = i === star
            ? restOf(value, star, parts.length - star - 1)
            : itemOf(value, { kind: 'constant', value: index });
        bindTarget(scope, part, given, bind);
    });
}
function isPlace(target) {
    return target.type === 'attribute' || target.type === 'subscript';
}
function openPlace(scope, target, read = readExpression) {
    const object = target.childForFieldName(target.type === 'attribute' ? 'object' : 'value');
    const of = read(scope, object);
    if (target.type === 'attribute')
        return { target, of, name: wordOf(scope, target.childForFieldName('attribute')), variable: null };
    const variable = object?.type === 'identifier' ? wordOf(scope, object) : null;
    return { target, of, name: readKey(scope, target), variable };
}
function readAt({ of, name }) {
    return typeof name === 'string' ? { kind: 'field', of, name } : itemNow(of, name);
}
function storeAt(scope, { target, of, name, variable }, given) {
    const value = handedOn(scope, name, given);
    addFact(scope.builder, { kind: 'store', of, name, value, span: spanOf(scope, target) });
    if (typeof name === 'string' || variable === null)
        return;
    const isSlice = target.childrenForFieldName('subscript').some(key => key?.type === 'slice');
    changeItem(scope, variable, name, isSlice ? splatOf(value) : value);
}
// `settings["stage"] = "Production"`: what is written out grows by the entry.
function changeItem(scope, variable, key, value) {
    const changed = withItem(lookUpName(scope, variable), key, value);
    if (changed)
        bindName(scope, variable, changed);
}
/** Assigns to a target what `change` makes of its value. */
function changeTarget(scope, target, change) {
    if (!target || !isPlace(target))
        return bindTarget(scope, target, change(readExpression(scope, target)));
    const place = openPlace(scope, target);
    storeAt(scope, place, change(readAt(place)));
}
/** Assigns to a field or item that `read` leads to: its object is something that the parser has misread. */
function bindPlace(scope, target, value, read) {
    if (!isPlace(target))
        return false;
    storeAt(scope, openPlace(scope, target, read), value);
    return true;
}
/** `del`: an item that is gone is not known any more. */
function deleteTarget(scope, target) {
    if (grouped.test(target.type)) {
        const parts = target.namedChildren.filter(isCode);
        return oneDeeper(scope, target, undefined, () => parts.forEach(part => deleteTarget(scope, part)));
    }
    if (target.type !== 'subscript')
        return void readExpression(scope, target);
    const { name, variable } = openPlace(scope, target);
    if (variable !== null && typeof name !== 'string')
        changeItem(scope, variable, name, unknown);
}
/** The plain names that a target binds. */
function targetNames(target) {
    const names = [];
    const open = [target];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (node?.type === 'identifier')
            names.push(node.text);
        else if (node && (grouped.test(node.type) || node.type.startsWith('list_splat')))
            for (const child of node.namedChildren)
                open.push(child);
    }
    return names;
}

;// CONCATENATED MODULE: ./src/frontends/python/comprehensions.ts






/** A comprehension: loops whose variables stay inside. It stands for a collection of what its body gives. */
function readComprehension(scope, node) {
    const { builder } = scope;
    const after = newBlock(builder);
    const heads = [];
    const names = [];
    for (const clause of node.namedChildren.filter(isCode)) {
        if (clause.type === 'for_in_clause')
            heads.push(openLoop(scope, clause, heads.at(-1) ?? after, names));
        if (clause.type === 'if_clause')
            readFilter(scope, clause, heads.at(-1) ?? after);
    }
    const body = node.childForFieldName('body');
    const item = body?.type === 'pair' ? readPair(scope, body) : readExpression(scope, body);
    const each = builder.at;
    goTo(builder, heads.at(-1) ?? after);
    for (const head of heads)
        seal(builder, head);
    closeInner(scope, names);
    seal(builder, after);
    builder.at = after;
    if (body?.type === 'pair')
        return { kind: 'dictionary', entries: [{ key: unknown, value: item }], each };
    return { kind: 'collection', items: [item], each };
}
function openLoop(scope, clause, done, names) {
    const { builder } = scope;
    const source = readExpression(scope, clause.childForFieldName('right'));
    const [head, body] = [newBlock(builder), newBlock(builder)];
    goTo(builder, head);
    builder.at = head;
    addFact(builder, { kind: 'test', value: unknown, over: source, span: spanOf(scope, clause) });
    addEdge(builder, head, { to: body, when: 'true' });
    addEdge(builder, head, { to: done, when: 'false' });
    seal(builder, body);
    builder.at = body;
    const target = clause.childForFieldName('left');
    const own = targetNames(target);
    names.push(...own);
    openInner(scope, own, clause);
    bindTarget(scope, target, { kind: 'item', of: source, key: unknown }, bindInner);
    return head;
}
function readFilter(scope, clause, head) {
    const { builder } = scope;
    const pass = newBlock(builder);
    readCondition(scope, clause.namedChildren.find(isCode) ?? null, pass, head);
    seal(builder, pass);
    builder.at = pass;
}
function readPair(scope, pair) {
    readExpression(scope, pair.childForFieldName('key'));
    return readExpression(scope, pair.childForFieldName('value'));
}

;// CONCATENATED MODULE: ./src/frontends/python/names.ts
/** The key of the module's own names. */
const moduleKey = -1;
const scopeTypes = /^(?:function_definition|class_definition|lambda)$/;
const bindingTypes = [
    'assignment',
    'augmented_assignment',
    'for_statement',
    'as_pattern_target',
    'named_expression',
    'import_statement',
    'import_from_statement',
    'future_import_statement',
    'function_definition',
    'class_definition',
    'global_statement',
    'nonlocal_statement',
    'delete_statement',
    'case_pattern',
    'splat_pattern',
    'keyword_pattern',
    'as_pattern',
    'except_clause',
    'type_alias_statement',
    // It binds nothing itself.
    'lambda',
];
/** The names of every scope of a file, by the offset of the definition; one pass over the tree. */
function readNames(root) {
    const found = root.descendantsOfType(bindingTypes).filter(node => node !== null);
    const scopes = found.filter(({ type }) => scopeTypes.test(type));
    const names = new Map([[moduleKey, emptyNames()]]);
    for (const scope of scopes)
        names.set(scope.startIndex, emptyNames());
    const open = [];
    let next = 0;
    for (const node of found) {
        if (node.type === 'lambda')
            continue;
        for (; (scopes[next]?.startIndex ?? Number.POSITIVE_INFINITY) < node.startIndex; next += 1) {
            const scope = scopes[next];
            if (!scope)
                continue;
            closeBefore(open, scope);
            open.push(scope);
        }
        closeBefore(open, node);
        const inner = names.get(open.at(-1)?.startIndex ?? moduleKey);
        if (inner)
            addBindings(inner, node);
        if (node.type === 'global_statement')
            share(names.get(moduleKey), node);
        if (node.type === 'nonlocal_statement')
            for (const outer of open.slice(0, -1))
                share(names.get(outer.startIndex), node);
    }
    addGlobals(names);
    return names;
}
// A function may be the only one that binds a variable of the module.
function addGlobals(names) {
    const module = names.get(moduleKey);
    for (const inner of names.values())
        for (const name of inner.globals)
            if (inner.locals.has(name))
                module?.locals.add(name);
}
function closeBefore(open, node) {
    while (open.length > 0 && (open.at(-1)?.endIndex ?? 0) <= node.startIndex)
        open.pop();
}
function share(names, statement) {
    for (const child of statement.namedChildren)
        if (child)
            names?.shared.add(child.text);
}
function emptyNames() {
    return { locals: new Set(), globals: new Set(), nonlocals: new Set(), shared: new Set() };
}
function addBindings(names, node) {
    switch (node.type) {
        case 'assignment':
        case 'augmented_assignment':
        case 'for_statement':
        case 'type_alias_statement':
            addTargets(names, node.childForFieldName('left'));
            return;
        case 'named_expression':
        case 'function_definition':
        case 'class_definition':
            addTargets(names, node.childForFieldName('name'));
            return;
        case 'global_statement':
            for (const child of node.namedChildren)
                if (child)
                    names.globals.add(child.text);
            return;
        case 'nonlocal_statement':
            for (const child of node.namedChildren)
                if (child)
                    names.nonlocals.add(child.text);
            return;
        case 'import_statement':
        case 'import_from_statement':
        case 'future_import_statement':
            for (const child of node.childrenForFieldName('name'))
                if (child)
                    names.locals.add(importedName(child));
            return;
        case 'as_pattern':
            return addCapture(names, node.lastNamedChild);
        case 'keyword_pattern':
            // Its first name is that of the field.
            return addCapture(names, node.namedChildCount > 1 ? node.lastNamedChild : null);
        case 'case_pattern':
        case 'splat_pattern':
            for (const child of node.namedChildren)
                addCapture(names, child);
            return;
        case 'except_clause':
            return;
        default:
            for (const child of node.namedChildren)
                addTargets(names, child);
    }
}
// In a pattern a bare name captures; a dotted one is a value to compare with.
function addCapture(names, node) {
    if (node?.type === 'identifier')
        names.locals.add(node.text);
    if (node?.type === 'dotted_name' && node.namedChildCount === 1)
        names.locals.add(node.text);
}
/** The name that an import binds: the alias, or the first part of a dotted name. */
function importedName(node) {
    if (node.type === 'aliased_import')
        return node.childForFieldName('alias')?.text ?? node.text;
    return node.namedChild(0)?.text ?? node.text;
}
const names_grouped = /^(pattern_list|tuple_pattern|list_pattern|list_splat_pattern|tuple|list|expression_list|parenthesized_expression|type|list_splat)$/;
// A worklist: what nests deeper than the stack is legal for the parser.
function addTargets(names, target) {
    const open = [target];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (node?.type === 'identifier')
            names.locals.add(node.text);
        else if (node?.type === 'generic_type')
            open.push(node.namedChild(0));
        else if (node && names_grouped.test(node.type))
            for (const child of node.namedChildren)
                open.push(child);
    }
}

;// CONCATENATED MODULE: ./src/frontends/python/imports.ts



// Any free name may come from any of them.
const mostStars = 50;
/** `import a.b`, `import a.b as c`. */
function readImport(scope, node) {
    for (const child of node.childrenForFieldName('name')) {
        if (!child)
            continue;
        const bound = importedName(child);
        const whole = child.childForFieldName('name');
        bindName(scope, bound, moduleName(scope, whole ? wordOf(scope, whole) : ownName(scope, bound), 0));
    }
}
/** `from a import b as c`, `from ..a import b`, `from a import *`. */
function readImportFrom(scope, node) {
    const source = node.childForFieldName('module_name');
    const relative = source?.type === 'relative_import';
    const dots = relative
        ? (source.namedChildren.find(child => child?.type === 'import_prefix')?.text.length ?? 0)
        : 0;
    const path = wordOf(scope, relative ? (source.namedChildren.find(child => child?.type === 'dotted_name') ?? null) : source);
    const base = node.type === 'future_import_statement' ? '__future__' : path.replace(/\s+/g, '');
    for (const child of node.childrenForFieldName('name')) {
        if (!child)
            continue;
        const name = wordOf(scope, child.childForFieldName('name') ?? child);
        bindName(scope, importedName(child), moduleName(scope, base ? `${base}.${name}` : name, dots));
    }
    if (!node.namedChildren.some(child => child?.type === 'wildcard_import'))
        return;
    const { stars } = scope.module;
    if (stars.length < mostStars)
        stars.push(moduleName(scope, base, dots));
    else
        noteLimit(scope, node, `More than ${mostStars} modules give all of their names; the others were left out.`);
}
/** The module that `importlib.import_module("a.b")` and `__import__("a")` give; `null` for any other call. */
function importedBy(scope, callee, args) {
    const [name] = args;
    const path = name?.value.kind === 'constant' ? name.value.value : null;
    if (typeof path !== 'string' || !/^[^\W\d]\w*(\.[^\W\d]\w*)*$/.test(path))
        return null;
    if (dottedName(scope, callee) === 'importlib.import_module')
        return moduleName(scope, path, 0);
    if (callee.kind !== 'name' || callee.name !== '__import__' || callee.from !== null)
        return null;
    // Without names to take from it, `__import__("a.b")` gives `a`.
    const isWhole = args.length > 3 || args.some(argument => argument.name === 'fromlist');
    return moduleName(scope, isWhole ? path : (path.split('.')[0] ?? path), 0);
}
// Inside of a function the name of an import is a variable of the module.
function dottedName(scope, value) {
    if (value.kind === 'name')
        return value.dots === 0 ? value.name : null;
    if (value.kind === 'field') {
        const of = value.of.kind === 'field' ? null : dottedName(scope, value.of);
        return of === null ? null : `${of}.${value.name}`;
    }
    const module = moduleScope(scope);
    if (value.kind !== 'variable' || value.unit !== module.unit)
        return null;
    const [only, second] = module.bound.get(value.name) ?? [];
    return only?.kind === 'name' && !second ? dottedName(scope, only) : null;
}
function moduleName(scope, name, dots) {
    return { kind: 'name', name, from: scope.module.file.path, dots };
}

;// CONCATENATED MODULE: ./src/frontends/python/literals.ts

const escapes = {
    '\\': '\\',
    "'": "'",
    '"': '"',
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '\n': '',
};
/** The text between the quotes of a string part, with its escapes resolved unless the prefix says raw. */
function unquote(text, raw) {
    if (raw || !text.includes('\\'))
        return text;
    return text.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|\r\n|([\s\S]))/g, (whole, x, u, long, octal, other) => {
        const hex = x ?? u ?? long;
        if (hex !== undefined)
            return codePoint(Number.parseInt(hex, 16), whole);
        if (octal !== undefined)
            return String.fromCharCode(Number.parseInt(octal, 8));
        return other === undefined ? '' : (escapes[other] ?? whole);
    });
}
function codePoint(code, whole) {
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
/** The value of a number; an imaginary one is unknown. */
function readNumber(node) {
    const text = node.text.replaceAll('_', '').toLowerCase();
    if (/[jl]$/.test(text) && !text.startsWith('0x'))
        return unknown;
    const number = Number(/^0\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : text);
    return Number.isNaN(number) ? unknown : constant(number);
}
/** Whether the quotes of a string open a raw one: `r"\u2026"`, `Rb'\u2026'`. */
function isRaw(start) {
    return /^[a-z]*r/i.test(start.replace(/["']+$/, ''));
}

;// CONCATENATED MODULE: ./src/frontends/python/rewritten.ts



// More settings than any file has; each is bound once more.
const mostSettings = 1000;
/**
 * What `exec(text)` does to a module: whatever the text says may bind its variables anew. Only those that stand for a literal
 * are taken to be settings; what was imported or defined stays what it is. https://docs.python.org/3/library/functions.html#exec
 */
function rewriteSettings(scope, callee, args) {
    const runs = callee.kind === 'name' && callee.name === 'exec' && callee.from === null;
    if (!runs || args.length !== 1 || scope.kind !== 'module')
        return;
    for (const name of [...scope.bound.keys()].slice(0, mostSettings)) {
        const before = lookUp(scope.builder, name);
        if (before.kind === 'constant')
            bindName(scope, name, mixOf([before, unknown]));
    }
}

;// CONCATENATED MODULE: ./src/frontends/python/shifts.ts


const shifts = {
    '>>': 'operator.rshift',
    '<<': 'operator.lshift',
};
/**
 * Where no number is shifted the operators are there for what they do: `extract >> train >> deploy`, one by one. Of a chain the last
 * `most` links are noted; what stands in brackets in it has been already.
 */
function noteShifts(scope, value, most) {
    const links = [];
    for (let at = value; at?.kind === 'operation' && shifts[at.operator]; at = at.operands[0])
        links.push(at);
    if (links.some(({ operands }) => operands.some(({ kind }) => kind === 'constant')))
        return;
    for (const { operator, operands, span } of links.slice(0, most).reverse()) {
        const [left = unknown, right = unknown] = operands;
        const before = left.kind === 'operation' && shifts[left.operator] ? (left.operands[1] ?? left) : left;
        const callee = { kind: 'name', name: shifts[operator] ?? '', from: null, dots: 0 };
        const args = [before, right].map(operand => ({ name: null, value: operand, span }));
        addCall(scope.builder, callee, args, span, span);
    }
}

;// CONCATENATED MODULE: ./src/frontends/python/strings.ts




// Longer ones name nothing, and a text that is put together from itself again and again would fill the memory.
const mostParts = 256;
const mostCharacters = 10_000;
/** A string, an f-string or a t-string. */
function readString(scope, node) {
    let raw = false;
    let formatted = false;
    const parts = [];
    for (const child of node.children) {
        if (child?.type === 'string_start') {
            const start = wordOf(scope, child);
            raw = isRaw(start);
            formatted = /[ft]/i.test(start.replace(/["']+$/, ''));
        }
        else if (child?.type === 'string_content') {
            const read = wordOf(scope, child);
            const text = formatted ? read.replaceAll('{{', '{').replaceAll('}}', '}') : read;
            parts.push(constant(unquote(text, raw)));
        }
        else if (child?.type === 'interpolation') {
            parts.push(readExpression(scope, child.childForFieldName('expression')));
            readFormat(scope, child);
        }
    }
    return joinText(parts);
}
// `f"{value:{width}}"` evaluates `width` also.
function readFormat(scope, node) {
    for (const format of node.namedChildren) {
        if (format?.type !== 'format_specifier')
            continue;
        for (const inner of format.namedChildren) {
            readExpression(scope, inner?.childForFieldName('expression') ?? null);
            if (inner)
                readFormat(scope, inner);
        }
    }
}
/** Text that is put together from values. */
function joinText(parts) {
    if (parts.length === 0)
        return constant('');
    const flat = parts.flatMap(part => (part.kind === 'text' ? part.parts : [part]));
    if (flat.length > mostParts)
        return unknown;
    const texts = flat.map(part => part.kind === 'constant' && typeof part.value === 'string' ? part.value : null);
    const length = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
    if (length > mostCharacters && flat.length > 1)
        return unknown;
    return texts.includes(null) ? { kind: 'text', parts: flat } : constant(texts.join(''));
}
/** Whether a value is text, whole or in parts. */
function isText(value) {
    return value.kind === 'text' || (value.kind === 'constant' && typeof value.value === 'string');
}

;// CONCATENATED MODULE: ./src/frontends/python/expressions.ts













/** Evaluates an expression: adds the facts it causes, in their order, and says what it stands for. */
function readExpression(scope, node) {
    return node ? oneDeeper(scope, node, unknown, () => readByType(scope, node)) : unknown;
}
function readByType(scope, node) {
    switch (node.type) {
        case 'identifier':
            return lookUpName(scope, wordOf(scope, node));
        case 'dotted_name':
            return readDotted(scope, node);
        case 'attribute':
            return readAttribute(scope, node);
        case 'subscript':
            return readSubscript(scope, node);
        case 'call':
            return readCall(scope, node);
        case 'string':
            return readString(scope, node);
        case 'concatenated_string':
            return joinText(node.namedChildren.map(part => readExpression(scope, part)));
        case 'integer':
        case 'float':
            return readNumber(node);
        case 'true':
            return constant(true);
        case 'false':
            return constant(false);
        case 'none':
            return constant(null);
        case 'list':
        case 'tuple':
        case 'set':
        case 'expression_list':
        case 'pattern_list':
            return {
                kind: 'collection',
                items: node.namedChildren.filter(isCode).map(item => readElement(scope, item)),
            };
        case 'dictionary':
            return readDictionary(scope, node);
        default:
            return readOperator(scope, node);
    }
}
function readOperator(scope, node) {
    switch (node.type) {
        case 'binary_operator':
            return readBinary(scope, node);
        case 'unary_operator':
            return readUnary(scope, node);
        case 'not_operator':
            return operation(scope, node, 'not', [readExpression(scope, node.childForFieldName('argument'))]);
        case 'boolean_operator':
            return readBoolean(scope, node);
        case 'comparison_operator':
            return readComparison(scope, node);
        case 'conditional_expression':
            return readConditional(scope, node);
        case 'named_expression':
            return readWalrus(scope, node);
        case 'lambda':
            return readLambda(scope, node);
        case 'list_comprehension':
        case 'set_comprehension':
        case 'dictionary_comprehension':
        case 'generator_expression':
            return readComprehension(scope, node);
        case 'yield':
            return readYield(scope, node);
        case 'comment':
            return unknown;
        default:
            return readWrapper(scope, node);
    }
}
// `await x`, `(x)`, a type around an expression and the like stand for what is in them.
function readWrapper(scope, node) {
    const values = node.namedChildren.filter(isCode).map(child => readExpression(scope, child));
    const transparent = /^(await|parenthesized_expression|type|list_splat|expression_statement|keyword_argument)$/;
    return transparent.test(node.type) ? (values.at(-1) ?? unknown) : unknown;
}
/** Whether a node is code and not a comment. */
function isCode(node) {
    return node !== null && node.type !== 'comment' && node.type !== 'line_continuation';
}
/** The first part of a node that is code. */
function firstCode(node) {
    return node.namedChildren.find(isCode) ?? null;
}
/** An operation that stands at `node`. */
function operation(scope, node, operator, operands) {
    return { kind: 'operation', operator, operands, span: spanOf(scope, node) };
}
function readDotted(scope, node) {
    const [first, ...rest] = wordOf(scope, node).split('.');
    return rest.reduce((of, name) => ({ kind: 'field', of, name }), lookUpName(scope, first ?? ''));
}
function readAttribute(scope, node) {
    const of = readExpression(scope, node.childForFieldName('object'));
    return { kind: 'field', of, name: wordOf(scope, node.childForFieldName('attribute')) };
}
function readSubscript(scope, node) {
    const of = readExpression(scope, node.childForFieldName('value'));
    return itemNow(of, readKey(scope, node));
}
/** What stands in the brackets of `of[key]`; several keys make a tuple. */
function readKey(scope, node) {
    const keys = node
        .childrenForFieldName('subscript')
        .filter(isCode)
        .map(key => readExpression(scope, key));
    const [only, second] = keys;
    return only !== undefined && second === undefined ? only : { kind: 'collection', items: keys };
}
function readElement(scope, node) {
    const value = readExpression(scope, node);
    return isSplat(node) ? splatOf(value) : value;
}
/** Whether an element or argument stands for many. */
function isSplat(node) {
    // After another element the parser takes the star of `*names()` for a part of what is called.
    return (node.type === 'list_splat' ||
        (node.type === 'call' && node.childForFieldName('function')?.type === 'list_splat'));
}
/** A call; `unused` where the statement around it is nothing else. */
function readCall(scope, node, unused) {
    const written = node.childForFieldName('function');
    const callee = written?.type === 'list_splat' ? firstCode(written) : written;
    const value = readExpression(scope, callee);
    const args = readArguments(scope, node.childForFieldName('arguments'));
    const span = { ...spanOf(scope, node), start: callee?.startIndex ?? node.startIndex };
    const call = addCall(scope.builder, value, args, span, spanOf(scope, lastName(callee) ?? node), unused && { unused });
    rewriteSettings(scope, value, args);
    return importedBy(scope, value, args) ?? { kind: 'result', call };
}
function lastName(callee) {
    let at = callee;
    while (at?.type === 'parenthesized_expression')
        at = at.namedChildren.find(isCode) ?? null;
    return at?.type === 'attribute' ? at.childForFieldName('attribute') : at;
}
/** The arguments of a call, evaluated from left to right. */
function readArguments(scope, node) {
    if (!node)
        return [];
    if (node.type === 'generator_expression')
        return [{ name: null, value: readExpression(scope, node), span: spanOf(scope, node) }];
    return node.namedChildren.filter(isCode).map(child => readArgument(scope, child));
}
function readArgument(scope, node) {
    const span = spanOf(scope, node);
    if (node.type === 'keyword_argument') {
        const name = wordOf(scope, node.childForFieldName('name'));
        return { name, value: readExpression(scope, node.childForFieldName('value')), span };
    }
    if (node.type === 'dictionary_splat')
        return { name: '**', value: readExpression(scope, firstCode(node)), splat: true, span };
    if (isSplat(node))
        return { name: null, value: readExpression(scope, node), splat: true, span };
    return { name: null, value: readExpression(scope, node), span };
}
function readDictionary(scope, node) {
    const entries = [];
    for (const child of node.namedChildren.filter(isCode)) {
        if (child.type === 'pair') {
            const key = readExpression(scope, child.childForFieldName('key'));
            entries.push({ key, value: readExpression(scope, child.childForFieldName('value')) });
        }
        else
            entries.push({ key: null, value: readExpression(scope, firstCode(child)) });
    }
    return { kind: 'dictionary', entries };
}
// A long sum leans to the left; a loop walks down it, so that a thousand terms do not nest.
function readBinary(scope, node) {
    const chain = [];
    let leftmost = node;
    while (leftmost?.type === 'binary_operator') {
        chain.push(leftmost);
        leftmost = leftmost.childForFieldName('left');
    }
    let value = readExpression(scope, leftmost);
    for (const link of chain.reverse()) {
        const right = readExpression(scope, link.childForFieldName('right'));
        const operator = (link.childForFieldName('operator')?.text ?? '+');
        value =
            operator === '+' && isText(value) && isText(right)
                ? joinText([value, right])
                : operation(scope, link, operator, [value, right]);
    }
    noteShifts(scope, value, chain.length);
    return value;
}
function readUnary(scope, node) {
    const value = readExpression(scope, node.childForFieldName('argument'));
    const sign = node.childForFieldName('operator')?.text;
    if (sign === '~')
        return unknown;
    if (sign === '+')
        return value;
    const isNumber = value.kind === 'constant' && typeof value.value === 'number';
    return isNumber ? constant(-Number(value.value)) : operation(scope, node, '-', [value]);
}
function readWalrus(scope, node) {
    const value = readExpression(scope, node.childForFieldName('value'));
    const name = node.childForFieldName('name');
    if (name)
        bindWord(scope, name, value);
    return value;
}
function readYield(scope, node) {
    const value = mixOf(node.namedChildren.filter(isCode).map(child => readExpression(scope, child)));
    scope.generator = true;
    addFact(scope.builder, { kind: 'yield', value, span: spanOf(scope, node) });
    if (isProtected(scope.builder))
        mayRaise(scope.builder);
    return unknown;
}

;// CONCATENATED MODULE: ./src/frontends/python/types.ts




/** An annotation, as a value that names a type: `Optional[X]` is an item, `X | None` an operation. */
function readType(scope, node) {
    if (!node)
        return unknown;
    return oneDeeper(scope, node, unknown, () => readTypeOf(scope, node));
}
function readTypeOf(scope, node) {
    const parts = node.namedChildren.filter(isCode);
    switch (node.type) {
        case 'type':
        case 'parenthesized_expression':
            return readType(scope, parts[0] ?? null);
        case 'string':
            return readQuoted(scope, node);
        case 'list':
            return { kind: 'collection', items: parts.map(part => readType(scope, part)) };
        case 'generic_type':
            return readGeneric(scope, parts[0] ?? null, parts[1]?.namedChildren.filter(isCode) ?? []);
        case 'subscript':
            return readGeneric(scope, node.childForFieldName('value'), node.childForFieldName('subscript') ? node.childrenForFieldName('subscript').filter(isCode) : []);
        case 'union_type':
        case 'binary_operator':
            return {
                kind: 'operation',
                operator: '|',
                operands: parts.map(part => readType(scope, part)),
                span: spanOf(scope, node),
            };
        default:
            return readExpression(scope, node);
    }
}
function readGeneric(scope, of, parameters) {
    const base = readType(scope, of);
    const [only, ...rest] = parameters.map(parameter => readType(scope, parameter));
    const key = only !== undefined && rest.length === 0
        ? only
        : { kind: 'collection', items: only === undefined ? [] : [only, ...rest] };
    return { kind: 'item', of: base, key };
}
const wrapped = /^(?:\w+\.)*(?:Optional|Union|Annotated)\s*\[(.*)\]$/s;
// The parser sees a string; of what is in it only names, alone or as alternatives, are worth reading.
function readQuoted(scope, node) {
    const text = readExpression(scope, node);
    if (text.kind !== 'constant' || typeof text.value !== 'string')
        return text;
    const inner = wrapped.exec(text.value.trim())?.[1] ?? text.value;
    const names = inner.split(/[|,]/).map(name => name.trim());
    if (names.length > 8 || !names.every(name => /^[\w.]+$/.test(name)))
        return unknown;
    const operands = names.map(name => named(scope, name));
    const [only, second] = operands;
    return only !== undefined && second === undefined
        ? only
        : { kind: 'operation', operator: '|', operands, span: spanOf(scope, node) };
}
function named(scope, name) {
    const [first = '', ...rest] = name.split('.');
    return rest.reduce((of, part) => ({ kind: 'field', of, name: part }), lookUpName(scope, first));
}

;// CONCATENATED MODULE: ./src/frontends/python/aliases.ts







/** `type Name = \u2026`; and `type(self).count = 1`, which the parser takes for one. */
function readAlias(scope, node) {
    const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
    const target = left ? firstCode(left) : null;
    if (target?.type === 'identifier')
        bindTarget(scope, target, readType(scope, right));
    else if (target?.type === 'generic_type')
        bindTarget(scope, firstCode(target), readType(scope, right));
    else
        readTypeTarget(scope, node, target, readExpression(scope, right));
}
// `type(x).y: int = z` has its target and its annotation side by side, each in a node of its own.
function readTypeTarget(scope, alias, target, value) {
    const typed = target?.type === 'constrained_type' ? firstCode(target) : null;
    const place = typed ? firstCode(typed) : target;
    const read = (_, object) => readTypeCall(scope, alias, object);
    if (!place || !bindPlace(scope, place, value, read))
        readTypeCall(scope, alias, place);
}
// The brackets of `type(x)` look like a part of the name that is defined.
function readTypeCall(scope, alias, node) {
    const otherwise = () => readExpression(scope, node);
    if (!node)
        return otherwise();
    return oneDeeper(scope, node, { kind: 'unknown' }, () => {
        if (node.type === 'parenthesized_expression')
            return addTypeCall(scope, alias, node);
        if (node.type === 'subscript') {
            const of = readTypeCall(scope, alias, node.childForFieldName('value'));
            return itemNow(of, readKey(scope, node));
        }
        if (node.type !== 'attribute')
            return otherwise();
        const of = readTypeCall(scope, alias, node.childForFieldName('object'));
        return { kind: 'field', of, name: wordOf(scope, node.childForFieldName('attribute')) };
    });
}
function addTypeCall(scope, alias, brackets) {
    const { file, start } = spanOf(scope, alias);
    const argument = { name: null, value: readExpression(scope, brackets), span: spanOf(scope, brackets) };
    const name = { file, start, end: start + 'type'.length };
    const span = { file, start, end: brackets.endIndex };
    return { kind: 'result', call: addCall(scope.builder, lookUpName(scope, 'type'), [argument], span, name) };
}

;// CONCATENATED MODULE: ./src/frontends/python/control.ts








/** `if`, `elif`, `else`. */
function readIf(scope, node) {
    const { builder } = scope;
    const after = newBlock(builder);
    const clauses = [node, ...node.childrenForFieldName('alternative').filter(isCode)];
    for (const clause of clauses) {
        if (clause.type === 'else_clause') {
            readBlock(scope, clause.childForFieldName('body'));
            break;
        }
        const [then, otherwise] = [newBlock(builder), newBlock(builder)];
        readCondition(scope, clause.childForFieldName('condition'), then, otherwise);
        seal(builder, then);
        builder.at = then;
        readBlock(scope, clause.childForFieldName('consequence'));
        goTo(builder, after);
        seal(builder, otherwise);
        builder.at = otherwise;
    }
    goTo(builder, after);
    seal(builder, after);
    builder.at = after;
}
/** `while \u2026 else`. */
function readWhile(scope, node) {
    readLoop(scope, node, (_head, body, done) => readCondition(scope, node.childForFieldName('condition'), body, done));
}
/** `for \u2026 in \u2026 else`: whether there is one more item is not known. */
function readFor(scope, node) {
    const source = readExpression(scope, node.childForFieldName('right'));
    const target = node.childForFieldName('left');
    readLoop(scope, node, (head, body, done) => {
        addFact(scope.builder, {
            kind: 'test',
            value: unknown,
            over: source,
            span: spanOf(scope, node.childForFieldName('right') ?? node),
        });
        addEdge(scope.builder, head, { to: body, when: 'true' });
        addEdge(scope.builder, head, { to: done, when: 'false' });
        seal(scope.builder, body);
        scope.builder.at = body;
        bindTarget(scope, target, { kind: 'item', of: source, key: unknown });
    });
}
function readLoop(scope, node, readHead) {
    const { builder } = scope;
    const [head, body, done, after] = [
        newBlock(builder),
        newBlock(builder),
        newBlock(builder),
        newBlock(builder),
    ];
    goTo(builder, head);
    builder.at = head;
    if (isProtected(builder))
        raiseFrom(builder);
    readHead(head, body, done);
    seal(builder, body);
    builder.at = body;
    within(builder, { kind: 'loop', breakTo: after, continueTo: head }, () => readBlock(scope, node.childForFieldName('body')));
    goTo(builder, head);
    seal(builder, head);
    seal(builder, done);
    builder.at = done;
    readBlock(scope, node.childForFieldName('alternative')?.childForFieldName('body') ?? null);
    goTo(builder, after);
    seal(builder, after);
    builder.at = after;
}
function within(builder, frame, read) {
    const outer = builder.frames;
    builder.frames = [...outer, frame];
    read();
    builder.frames = outer;
}
/** `try`, `except`, `else`, `finally`. */
function readTry(scope, node) {
    const final = node.namedChildren.find(child => child?.type === 'finally_clause');
    if (!final)
        return readHandled(scope, node);
    const { builder } = scope;
    const copies = new Map();
    const body = final.namedChildren.find(child => child?.type === 'block') ?? null;
    within(builder, { kind: 'finally', copies }, () => readHandled(scope, node));
    readBlock(scope, body);
    const after = builder.at;
    for (const [jump, copy] of copies) {
        seal(builder, copy);
        builder.at = copy;
        copyBody(builder.effort, body ? body.endIndex - body.startIndex : 0, () => readBlock(scope, body));
        if (jump === 'raise')
            raiseAgain(builder, spanOf(scope, final));
        else
            leave(builder, jump);
    }
    builder.at = after;
}
function raiseAgain(builder, span) {
    addFact(builder, { kind: 'raise', value: unknown, by: 'raise', span });
    raiseFrom(builder);
}
function readHandled(scope, node) {
    const { builder } = scope;
    const clauses = node.namedChildren.filter(isCode).filter(child => /^except/.test(child.type));
    const handlers = clauses.map(clause => openHandler(scope, clause));
    const after = newBlock(builder);
    within(builder, { kind: 'handlers', handlers }, () => {
        mayRaise(builder);
        readBlock(scope, node.childForFieldName('body'));
    });
    const otherwise = node.namedChildren.find(child => child?.type === 'else_clause');
    readBlock(scope, otherwise?.childForFieldName('body') ?? null);
    goTo(builder, after);
    clauses.forEach((clause, i) => {
        const handler = handlers[i];
        if (!handler)
            return;
        seal(builder, handler.block);
        builder.at = handler.block;
        bindAlias(scope, aliasOf(clause)?.text, caught(handler));
        readBlock(scope, clause.namedChildren.find(child => child?.type === 'block') ?? null);
        goTo(builder, after);
    });
    seal(builder, after);
    builder.at = after;
}
function openHandler(scope, clause) {
    const values = clause.childrenForFieldName('value').filter(isCode);
    const types = values.map(value => readExpression(scope, value.type === 'as_pattern' ? firstCode(value) : value));
    const catches = types.flatMap(type => (type.kind === 'collection' ? type.items : [type]));
    const total = catches.length === 0 || catches.some(isAnyException);
    return { block: newBlock(scope.builder), catches: catches.length === 0 ? null : catches, total };
}
function aliasOf(clause) {
    const value = clause.childForFieldName('value');
    return value?.type === 'as_pattern' ? (value.childForFieldName('alias')?.namedChild(0) ?? null) : null;
}
function caught(handler) {
    const [type, second] = handler.catches ?? [];
    return type && !second ? { kind: 'instance', of: type } : unknown;
}
// Inside a function an import of the module is a variable further out.
function imported(scope, value) {
    if (value.kind === 'field')
        return { ...value, of: imported(scope, value.of) };
    if (value.kind !== 'variable')
        return value;
    const [only, second] = moduleScope(scope).bound.get(value.name) ?? [];
    return only && !second ? only : value;
}
function isNamed(value, pattern) {
    if (value.kind === 'name')
        return pattern.test(value.name);
    return value.kind === 'field' && value.of.kind === 'name' && pattern.test(`${value.of.name}.${value.name}`);
}
/**
 * `with`: the value passes through `as`; `contextlib.suppress` swallows what is raised behind it. Of other managers that
 * is not known: only code that nothing else leads to is taken as a sign of it.
 */
function readWith(scope, node, isFollowed = false) {
    const { builder } = scope;
    const outer = builder.frames;
    const handlers = [];
    for (const item of withItems(node)) {
        const handler = suppressor(scope, readWithItem(scope, item, node.childForFieldName('body')));
        if (!handler)
            continue;
        handlers.push(handler);
        builder.frames = [...builder.frames, { kind: 'handlers', handlers: [handler] }];
        mayRaise(builder);
    }
    const [entered, after] = [isFollowed ? continueIn(builder) : builder.at, newBlock(builder)];
    if (isFollowed)
        continueIn(builder);
    readBlock(scope, node.childForFieldName('body'));
    builder.frames = outer;
    const ends = isLive(builder, builder.at);
    goTo(builder, after);
    for (const { block } of handlers) {
        seal(builder, block);
        addEdge(builder, block, { to: after });
    }
    if (!ends && isFollowed)
        addEdge(builder, entered, { to: after, when: 'raises', catches: null });
    seal(builder, after);
    builder.at = after;
}
function withItems(node) {
    const clause = node.namedChildren.find(child => child?.type === 'with_clause');
    return clause?.namedChildren.filter(isCode) ?? [];
}
function readWithItem(scope, item, body) {
    const value = item.type === 'with_item' ? item.childForFieldName('value') : item;
    const named = value?.type === 'as_pattern' ? value : null;
    const entered = readExpression(scope, named ? firstCode(named) : value);
    const at = spanOf(scope, value ?? item);
    const during = body ? { during: spanOf(scope, body) } : {};
    addCall(scope.builder, { kind: 'field', of: entered, name: '__enter__' }, [], at, at, during);
    bindTarget(scope, named?.childForFieldName('alias') ?? null, entered);
    return entered;
}
function suppressor(scope, entered) {
    if (entered.kind !== 'result')
        return null;
    if (!isNamed(imported(scope, entered.call.callee), /^contextlib\.suppress$/))
        return null;
    const catches = entered.call.arguments.map(argument => argument.value);
    return { block: newBlock(scope.builder), catches, total: catches.some(isAnyException) };
}
function isAnyException(type) {
    return isNamed(type, /^(builtins\.)?(Base)?Exception$/);
}

;// CONCATENATED MODULE: ./src/frontends/python/match.ts






/** `match`: one test a case, in order. A case without a test takes the rest. */
function readMatch(scope, node) {
    const { builder } = scope;
    const subjects = node
        .childrenForFieldName('subject')
        .filter(isCode)
        .map(child => readExpression(scope, child));
    const [only, second] = subjects;
    const subject = only !== undefined && second === undefined ? only : { kind: 'collection', items: subjects };
    const after = newBlock(builder);
    const cases = node.childForFieldName('body')?.namedChildren.filter(child => child?.type === 'case_clause') ?? [];
    for (const clause of cases)
        if (clause)
            readCase(scope, clause, subject, after);
    goTo(builder, after);
    seal(builder, after);
    builder.at = after;
}
function readCase(scope, clause, subject, after) {
    const { builder } = scope;
    const [then, otherwise] = [newBlock(builder), newBlock(builder)];
    const patterns = clause.namedChildren.filter(child => child?.type === 'case_pattern').filter(isCode);
    const [pattern] = patterns;
    const value = patterns.length === 1 && pattern ? testOf(scope, pattern, subject) : testOfEach(scope, patterns, subject);
    if (value) {
        addFact(builder, { kind: 'test', value, span: spanOf(scope, pattern ?? clause) });
        const from = builder.at;
        addEdge(builder, from, { to: then, when: 'true' });
        addEdge(builder, from, { to: otherwise, when: 'false' });
    }
    else
        goTo(builder, then);
    seal(builder, then);
    builder.at = then;
    const whole = pattern && patterns.length === 1 ? nameOfWhole(pattern) : null;
    for (const name of captures(patterns))
        bindName(scope, name, name === whole ? subject : unknown);
    const guard = clause.childForFieldName('guard');
    if (guard) {
        const pass = newBlock(builder);
        readCondition(scope, guard.namedChildren.find(isCode) ?? null, pass, otherwise);
        seal(builder, pass);
        builder.at = pass;
    }
    readBlock(scope, clause.childForFieldName('consequence'));
    goTo(builder, after);
    seal(builder, otherwise);
    builder.at = otherwise;
}
/** What a pattern asks; `null` where it takes everything. */
function testOf(scope, pattern, subject) {
    const inner = pattern.namedChildren.find(isCode);
    if (!inner || isCapture(pattern))
        return null;
    if (inner.type === 'as_pattern' && inner.namedChild(0)?.type === 'case_pattern')
        return testOf(scope, inner.namedChild(0) ?? pattern, subject);
    const parts = inner.type === 'union_pattern'
        ? inner.children.filter(part => part?.type !== '|' && part?.type !== '-')
        : [inner];
    if (parts.some(part => part && sequence.test(part.type)))
        return testOfAny(scope, pattern, parts.filter(part => part !== null), subject);
    const values = parts.map(part => (part ? literal(scope, part) : unknown));
    return values.some(value => value.kind === 'unknown')
        ? unknown
        : { kind: 'operation', operator: '==', operands: [subject, mixOf(values)], span: spanOf(scope, pattern) };
}
const sequence = /^(tuple|list)_pattern$/;
// `case ("numpy", "ndarray") | ("numpy", "dtype"):`
function testOfAny(scope, pattern, parts, subject) {
    const tests = parts.map(part => {
        const inside = part.namedChildren.filter(isCode);
        const [only] = inside;
        // `case ("numpy")` has brackets around a text, and `case ("numpy",)` a comma in them.
        const isOne = part.type === 'tuple_pattern' && inside.length === 1 && !part.text.includes(',');
        if (isOne && only)
            return testOf(scope, only, subject);
        return sequence.test(part.type) ? testOfEach(scope, inside, subject) : unknown;
    });
    const [first, second] = tests;
    if (first === undefined || second === undefined)
        return first ?? null;
    const operands = tests.filter(test => test !== null);
    if (operands.length < tests.length)
        return null;
    return { kind: 'operation', operator: 'or', operands, span: spanOf(scope, pattern) };
}
// `case "numpy", "ndarray":` asks for each by itself, and nothing of what it only names.
function testOfEach(scope, patterns, subject) {
    const [pattern] = patterns;
    if (!pattern || subject.kind !== 'collection' || subject.each !== undefined)
        return unknown;
    const { items } = subject;
    const isSpread = items.some(item => item.kind === 'item' && item.splat);
    if (isSpread || items.length !== patterns.length || patterns.some(match_isSplat))
        return unknown;
    const tests = patterns.map((each, i) => testOf(scope, each, items[i] ?? unknown));
    const operands = tests.filter(test => test !== null);
    const [first, second] = operands;
    if (first === undefined || second === undefined)
        return first ?? null;
    return { kind: 'operation', operator: 'and', operands, span: spanOf(scope, pattern) };
}
function match_isSplat(pattern) {
    return pattern.namedChildren.some(child => child?.type === 'splat_pattern');
}
function literal(scope, node) {
    if (/^(string|concatenated_string|true|false|none)$/.test(node.type))
        return readExpression(scope, node);
    if (node.type === 'dotted_name' && node.namedChildCount > 1)
        return readExpression(scope, node);
    if (node.type !== 'integer' && node.type !== 'float')
        return unknown;
    const value = readExpression(scope, node);
    // The minus of `case -1` stands before the number, as its sibling.
    if (node.previousSibling?.type !== '-')
        return value;
    return value.kind === 'constant' && typeof value.value === 'number' ? constant(-value.value) : unknown;
}
function isCapture(pattern) {
    return pattern.namedChildren.every(child => !isCode(child)) || nameIn(pattern) !== null;
}
/** The name that a pattern gives to the whole of what it is matched with. */
function nameOfWhole(pattern) {
    const inner = pattern.namedChildren.find(isCode);
    return inner?.type === 'as_pattern' ? (inner.namedChildren.findLast(isCode)?.text ?? null) : nameIn(pattern);
}
function nameIn(pattern) {
    const inner = pattern.namedChildren.find(isCode);
    if (inner?.type === 'identifier')
        return inner.text;
    return inner?.type === 'dotted_name' && inner.namedChildCount === 1 ? inner.text : null;
}
// What is called and the keywords before a pattern name no capture. A worklist, since patterns may nest without end.
function captures(patterns) {
    const names = [];
    const open = [...patterns];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        const children = node.namedChildren.filter(isCode);
        if (node.type === 'identifier')
            names.push(node.text);
        else if (node.type === 'dotted_name')
            names.push(...(children.length === 1 ? [node.text] : []));
        else {
            const inner = /^(class|keyword)_pattern$/.test(node.type) ? children.slice(1) : children;
            for (const child of inner)
                open.push(child);
        }
    }
    return names;
}

;// CONCATENATED MODULE: ./src/frontends/python/statements.ts













/** Runs the statements of a block, a clause or a file one after another. */
function readBlock(scope, node) {
    if (!node)
        return;
    if (node.type !== 'block' && node.type !== 'module' && node.type !== 'ERROR')
        return readStatement(scope, node);
    const statements = node.namedChildren.filter(isCode);
    for (const [i, statement] of statements.entries()) {
        if (scope.builder.dirty && isProtected(scope.builder) && canFail(statement))
            mayRaise(scope.builder);
        if (statement.type === 'with_statement')
            readWith(scope, statement, i + 1 < statements.length);
        else
            readStatement(scope, statement);
    }
}
// What a name stands for in a handler includes what it was bound to right before something failed there.
function canFail(node) {
    const [only, second] = node.type === 'expression_statement' ? node.namedChildren.filter(isCode) : [];
    if (only?.type === 'assignment' && !second)
        return !isPlain(only.childForFieldName('left')) || !isPlain(only.childForFieldName('right'));
    return (!(only && isPlain(only)) && !/^(pass|break|continue|global|nonlocal|raise|try)_statement$/.test(node.type));
}
function isPlain(node) {
    return node !== null && /^(identifier|integer|float|true|false|none)$/.test(node.type);
}
/** Runs one statement. */
function readStatement(scope, node) {
    switch (node.type) {
        case 'expression_statement':
            for (const child of node.namedChildren.filter(isCode))
                readSimple(scope, child);
            return;
        case 'if_statement':
            return readIf(scope, node);
        case 'for_statement':
            return readFor(scope, node);
        case 'while_statement':
            return readWhile(scope, node);
        case 'try_statement':
            return readTry(scope, node);
        case 'with_statement':
            return readWith(scope, node);
        case 'match_statement':
            return readMatch(scope, node);
        case 'function_definition':
            return readFunction(scope, node, []);
        case 'class_definition':
            return readClass(scope, node, []);
        case 'decorated_definition':
            return readDecorated(scope, node);
        case 'import_statement':
            return readImport(scope, node);
        case 'import_from_statement':
        case 'future_import_statement':
            return readImportFrom(scope, node);
        case 'ERROR':
        case 'block':
            return readBlock(scope, node);
        default:
            return readJump(scope, node);
    }
}
function readJump(scope, node) {
    switch (node.type) {
        case 'return_statement': {
            const given = firstCode(node);
            const value = given ? readExpression(scope, given) : constant(null);
            addFact(scope.builder, { kind: 'return', value, span: spanOf(scope, node) });
            return leave(scope.builder, 'return');
        }
        case 'raise_statement':
            return readRaise(scope, node);
        case 'assert_statement':
            return readAssert(scope, node);
        case 'break_statement':
            return leave(scope.builder, 'break');
        case 'continue_statement':
            return leave(scope.builder, 'continue');
        case 'pass_statement':
        case 'global_statement':
        case 'nonlocal_statement':
            return;
        case 'delete_statement':
            return node.namedChildren.filter(isCode).forEach(target => deleteTarget(scope, target));
        case 'type_alias_statement':
            return readAlias(scope, node);
        default:
            readExpression(scope, node);
    }
}
function readSimple(scope, node) {
    if (node.type === 'assignment')
        readAssignment(scope, node);
    else if (node.type === 'augmented_assignment')
        readAugmented(scope, node);
    else if (node.type === 'call')
        readCall(scope, node, 'dropped');
    else {
        const awaited = node.type === 'await' ? firstCode(node) : null;
        if (awaited?.type === 'call')
            readCall(scope, awaited, 'awaited');
        else
            readExpression(scope, node);
    }
}
function readAssignment(scope, node) {
    const targets = [];
    let at = node;
    while (at?.type === 'assignment') {
        const target = at.childForFieldName('left');
        if (target)
            targets.push(target);
        at = at.childForFieldName('right');
    }
    const type = node.childForFieldName('type');
    const annotation = type ? { kind: 'instance', of: readType(scope, type) } : null;
    const value = at ? readExpression(scope, at) : annotation;
    if (value)
        for (const target of targets)
            bindTarget(scope, target, value);
}
function readAugmented(scope, node) {
    const operator = (node.childForFieldName('operator')?.text ?? '+=').slice(0, -1);
    changeTarget(scope, node.childForFieldName('left'), before => {
        const operands = [before, readExpression(scope, node.childForFieldName('right'))];
        const value = { kind: 'operation', operator, operands, span: spanOf(scope, node) };
        noteShifts(scope, value, 1);
        return value;
    });
}
function readRaise(scope, node) {
    const [value = unknown] = node.namedChildren.filter(isCode).map(child => readExpression(scope, child));
    addFact(scope.builder, { kind: 'raise', value, by: 'raise', span: spanOf(scope, node) });
    raiseFrom(scope.builder);
    seal(scope.builder, startBlock(scope.builder));
}
function readAssert(scope, node) {
    const [condition, message] = node.namedChildren.filter(isCode);
    const { builder } = scope;
    const [holds, fails] = [newBlock(builder), newBlock(builder)];
    readCondition(scope, condition ?? null, holds, fails);
    seal(builder, fails);
    builder.at = fails;
    if (message)
        readExpression(scope, message);
    addFact(builder, { kind: 'raise', value: unknown, by: 'assert', span: spanOf(scope, node) });
    raiseFrom(builder);
    seal(builder, holds);
    builder.at = holds;
}
/** Binds the name of `except \u2026 as name`, `with \u2026 as name` or a pattern. */
function bindAlias(scope, name, value) {
    if (name)
        bindName(scope, name, value);
}

;// CONCATENATED MODULE: ./src/frontends/python/definitions.ts








/** Reads a whole file as the unit that runs when the file does. */
function readModule(module, root) {
    const names = module.names.get(moduleKey);
    const scope = openScope(module, null, 'module', module.file.path, 'module', names, []);
    readBlock(scope, root);
    return closeScope(scope, root, { parameters: [], decorators: [], returns: null });
}
/** A function definition: its unit is read at once, and its name is bound to it. */
function readFunction(scope, node, decorators) {
    const name = wordOf(scope, node.childForFieldName('name'));
    bindName(scope, name, readOnce(scope, node, () => functionUnit(scope, node, name, decorators)));
}
/** A lambda: a function whose body is what it returns. */
function readLambda(scope, node) {
    return readOnce(scope, node, () => functionUnit(scope, node, `<lambda:${node.startPosition.row + 1}>`, []));
}
// A `finally` body is walked once for each way that leads through it; what it defines is defined once.
function readOnce(scope, node, read) {
    const known = scope.module.read.get(node.startIndex);
    if (known)
        return known;
    const value = read();
    scope.module.read.set(node.startIndex, value);
    return value;
}
function functionUnit(scope, node, name, decorators) {
    const { module } = scope;
    const parameters = readParameters(scope, node.childForFieldName('parameters'));
    const returnType = node.childForFieldName('return_type');
    const returns = returnType ? readType(scope, returnType) : null;
    const label = scope.kind === 'module' ? name : `${scope.label}.${name}`;
    const unit = freshName(module, label);
    const inner = openScope(module, scope, 'function', unit, label, module.names.get(node.startIndex), parameters);
    const body = node.childForFieldName('body');
    if (node.type === 'lambda') {
        addFact(inner.builder, { kind: 'return', value: readExpression(inner, body), span: spanOf(scope, node) });
        leave(inner.builder, 'return');
    }
    else
        readBlock(inner, body);
    module.units.push(closeScope(inner, node, { parameters, decorators, returns }));
    return { kind: 'function', unit };
}
/** A class definition: its body runs where it stands. */
function readClass(scope, node, decorators) {
    const name = wordOf(scope, node.childForFieldName('name'));
    bindName(scope, name, readOnce(scope, node, () => classUnit(scope, node, name, decorators)));
}
function classUnit(scope, node, name, decorators) {
    const { module } = scope;
    const bases = readArguments(scope, node.childForFieldName('superclasses'));
    const label = scope.kind === 'module' ? name : `${scope.label}.${name}`;
    const unit = freshName(module, label);
    const inner = openScope(module, scope, 'class', unit, label, module.names.get(node.startIndex), []);
    readBlock(inner, node.childForFieldName('body'));
    module.units.push(closeScope(inner, node, { parameters: [], decorators, returns: null }));
    const positional = bases.filter(base => base.name === null).map(base => base.value);
    module.classes.push({ name: unit, label, bases: positional, body: unit, file: module.file });
    return { kind: 'class', name: unit };
}
/** A definition under decorators, which are evaluated first. */
function readDecorated(scope, node) {
    const decorators = node.namedChildren
        .filter(child => child?.type === 'decorator')
        .map(child => readExpression(scope, child?.namedChildren.find(isCode) ?? null));
    const definition = node.childForFieldName('definition');
    if (definition?.type === 'class_definition')
        readClass(scope, definition, decorators);
    else if (definition)
        readFunction(scope, definition, decorators);
}
function openScope(module, parent, kind, unit, label, names, parameters) {
    const indices = new Map(parameters.map((parameter, i) => [parameter.name, i]));
    const scope = {
        module,
        kind,
        unit,
        label,
        parent,
        builder: openBuilder(name => onEntry(scope, name), module.effort),
        locals: new Set([...indices.keys(), ...(names?.locals ?? [])].filter(name => kind === 'module' || !isOutside(names, name))),
        globals: kind === 'module' ? new Set() : (names?.globals ?? new Set()),
        nonlocals: names?.nonlocals ?? new Set(),
        shared: names?.shared ?? new Set(),
        parameters: indices,
        bound: new Map(parameters.map(({ name }, index) => [name, [{ kind: 'parameter', unit, index }]])),
        inner: new Map(),
        generator: false,
    };
    return scope;
}
function isOutside(names, name) {
    return names !== undefined && (names.globals.has(name) || names.nonlocals.has(name));
}
function onEntry(scope, name) {
    const index = scope.parameters.get(name);
    if (index !== undefined)
        return { kind: 'parameter', unit: scope.unit, index };
    if (scope.kind === 'class' && scope.parent)
        return lookUpName(scope.parent, name);
    return scope.kind === 'module' ? freeName(scope, name) : unknown;
}
function closeScope(scope, node, signature) {
    if (scope.module.effort.spent)
        noteLimit(scope, node, 'There are too many ways through this code; some of them were not followed.');
    return {
        ...signature,
        name: scope.unit,
        label: scope.label,
        kind: scope.kind,
        parent: scope.parent?.unit ?? null,
        file: scope.module.file,
        blocks: closeBuilder(scope.builder),
        owner: scope.parent?.kind === 'class' && scope.kind === 'function' ? scope.parent.unit : null,
        generator: scope.generator,
        ...(node.type === 'function_definition' && node.child(0)?.type === 'async' && { coroutine: true }),
        // Filled later also: a nested function may bind a name of its module.
        bound: scope.bound,
        span: spanOf(scope, node),
    };
}
function readParameters(scope, node) {
    const shapes = [];
    let keywordOnly = false;
    for (const child of node?.namedChildren.filter(isCode) ?? []) {
        if (child.type === 'keyword_separator')
            keywordOnly = true;
        if (child.type.endsWith('_separator'))
            continue;
        const shape = readParameter(scope, child, keywordOnly);
        if (shape.kind === 'rest')
            keywordOnly = true;
        shapes.push(shape);
    }
    return shapes;
}
function readParameter(scope, node, keywordOnly) {
    const typed = node.childForFieldName('type');
    const value = node.childForFieldName('value');
    const named = node.childForFieldName('name') ?? (node.type === 'typed_parameter' ? node.namedChild(0) : node);
    const splat = named?.type ?? '';
    const kind = splat === 'list_splat_pattern' ? 'rest' : splat === 'dictionary_splat_pattern' ? 'keywords' : null;
    return {
        name: wordOf(scope, (kind ? named?.namedChild(0) : named) ?? null),
        kind: kind ?? (keywordOnly ? 'keyword' : 'positional'),
        default: value ? readExpression(scope, value) : null,
        type: typed ? readType(scope, typed) : null,
    };
}

;// CONCATENATED MODULE: ./src/frontends/python/prepare.ts
// The parser looks ahead over comments and continuation lines from each one of them again. So many characters take a
// second or two; a file of nothing but comments would take hours.
const mostLookedAt = 50_000_000;
/** Makes a file's text fit for the parser. */
function prepare(text) {
    // Python ends a line at a lone CR also; the parser does not.
    const plain = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
    const lines = plain.split('\n');
    if (lookAhead(lines) <= mostLookedAt)
        return { text: plain, cutAt: 0 };
    const quieter = lines.map(line => (isLight(line) && isHarmless(line) ? blank(line) : line));
    if (lookAhead(quieter) <= mostLookedAt)
        return { text: quieter.join('\n'), cutAt: 0 };
    return { text: withoutLight(quieter), cutAt: quieter.findIndex(isCostly) + 1 };
}
/** How many characters the parser looks at: each run of light lines once for every comment and continuation in it. */
function lookAhead(lines) {
    let total = 0;
    let costly = 0;
    for (const line of lines) {
        if (!isLight(line))
            costly = 0;
        else if (isCostly(line))
            costly += 1;
        total += costly * (line.length + 1);
    }
    return total;
}
/** Whether a line is blank, a comment or a lone backslash, as far as can be seen without knowing what is around it. */
function isLight(line) {
    return /^[ \t\f\r]*(?:$|#|\\\r?$)/.test(line);
}
function isCostly(line) {
    return /^[ \t\f\r]*(?:#|\\\r?$)/.test(line);
}
// Inside a string it is no comment, so it may not be needed to end that string or to compute a part of it.
function isHarmless(line) {
    return !/["'{}\\]/.test(line);
}
function withoutLight(lines) {
    return lines
        .map(line => (isCostly(line) ? blank(line) + (line.includes('#') ? '\n' : ' ') : `${line}\n`))
        .join('')
        .slice(0, -1);
}
function blank(text) {
    return ' '.repeat(text.length);
}

;// CONCATENATED MODULE: ./src/frontends/python/parts.ts

/** The text of a file without those of its parts that are no Python: each of them would make the ones behind it unreadable. */
function withoutBroken(grammar, { path, text }, parts) {
    if (parts.length < 2 || !hasError(grammar, text))
        return { text, notices: [] };
    const notices = [];
    let next = 1;
    const kept = parts.map((start, i) => {
        const part = text.slice(start, parts[i + 1] ?? text.length);
        const line = next;
        next += part.split('\n').length - 1;
        if (!hasError(grammar, part))
            return part;
        const message = 'The syntax of this cell could not be understood; it was left out, and the others were read.';
        notices.push({ path, line, kind: 'syntax', message });
        return part.replace(/[^\n]/g, ' ');
    });
    return { text: text.slice(0, parts[0]) + kept.join(''), notices };
}
function hasError(grammar, text) {
    return grammar.parse(prepare(text).text, root => root.hasError);
}

;// CONCATENATED MODULE: ./src/frontends/python/index.ts









/** Python source to units: one for the file, and one for every function, lambda and class in it. */
function pythonFrontend(grammar) {
    return {
        name: 'python',
        alone: true,
        claims: path => /\.pyw?$/.test(path),
        recognises: file => !isDatabricks(file.text),
        read: file => python_read(grammar, file, readablePart(file), new Map()),
        readEmbedded: embedded => readEmbedded(grammar, embedded),
        comments: ({ text }) => grammar.parse(prepare(text).text, root => commentsOf(root, text, shape)),
    };
}
const shape = { lists: new Set(['block']), bodies: new Set(['block']) };
function readEmbedded(grammar, { file, names = new Map(), parts = [] }) {
    const { text, notices } = withoutBroken(grammar, file, parts);
    const reading = python_read(grammar, file, text, names);
    return notices.length === 0 ? reading : { ...reading, notices: [...reading.notices, ...notices] };
}
function python_read(grammar, file, source, given) {
    const { text, cutAt } = prepare(source);
    const reading = grammar.parse(text, (root, givenUp) => readFile(file, text, root, given, givenUp));
    if (cutAt === 0)
        return reading;
    const message = 'So many comments and continuation lines follow one another that they were left out.';
    const notice = { path: file.path, line: cutAt, kind: 'limit', message };
    return { ...reading, notices: [...reading.notices, notice] };
}
function readFile(file, source, root, given, givenUp) {
    const module = {
        file,
        source,
        words: new Map(),
        given,
        names: readNames(root),
        stars: [],
        units: [],
        classes: [],
        notices: givenUp > 0 ? [givenUpNotice(file.path, givenUp)] : syntaxNotices(file, root),
        taken: new Map(),
        read: new Map(),
        effort: fullEffort(),
        depth: 0,
    };
    const unit = readModule(module, root);
    const { units, classes, notices, stars } = module;
    return { units: [unit, ...units], classes, settings: [], stars, notices };
}
function syntaxNotices(file, root) {
    if (!root.hasError)
        return [];
    const line = (innermostError(root) ?? firstMissing(root) ?? root).startPosition.row + 1;
    const message = 'The syntax could not be understood here; the rest of the file was read as far as it could be.';
    return [{ path: file.path, line, kind: 'syntax', message }];
}
// One error may begin at the top of the file and end at its bottom; the trouble lies in one further in.
function innermostError(root) {
    let innermost = null;
    for (const error of root.descendantsOfType('ERROR')) {
        if (!error || (innermost && (rows(innermost) < aScreen || error.startIndex >= innermost.endIndex)))
            break;
        innermost = error;
    }
    return innermost;
}
const aScreen = 40;
function rows(node) {
    return node.endPosition.row - node.startPosition.row;
}
function firstMissing(root) {
    let at = root;
    while (at && !at.isMissing)
        at = at.children.find(child => child?.hasError || child?.isMissing) ?? null;
    return at;
}

;// CONCATENATED MODULE: ./src/frontends/shell/comparisons.ts

const opposite = {
    '==': '!=',
    '!=': '==',
    '<': '>=',
    '<=': '>',
    '>': '<=',
    '>=': '<',
};
/** A comparison of two texts, or of a number with one. */
function compare(operator, left, right, span) {
    const asked = askedOf(operator, left, right) ?? askedOf(operator, right, left);
    if (asked)
        return asked.holds ? asked.of : not(asked.of, span);
    // A status is a number, and scripts compare it with text.
    if (isNumeric(left) || isNumeric(right))
        return compareNumbers(operator, left, right, span);
    if (left.kind === 'constant' && right.kind === 'constant')
        return constant((left.value === right.value) === (operator === '=='));
    return { kind: 'operation', operator, operands: [left, right], span };
}
/** A comparison of numbers. */
function compareNumbers(operator, left, right, span) {
    const asked = askedOf(operator, left, right);
    if (asked)
        return asked.holds ? asked.of : not(asked.of, span);
    const [a, b] = [numberOf(left), numberOf(right)];
    if (a.kind === 'constant' &&
        b.kind === 'constant' &&
        typeof a.value === 'number' &&
        typeof b.value === 'number')
        return constant(decided(operator, a.value, b.value));
    return { kind: 'operation', operator, operands: [a, b], span };
}
/** `true` for any number but 0, as `((\u2026))` and `bc` have it. */
function isNotZero(value, span) {
    if (value.kind === 'operation' && isCondition(value))
        return value;
    return compareNumbers('!=', value, constant(0), span);
}
function not(value, span) {
    if (value.kind === 'constant')
        return constant(!value.value);
    if (value.kind === 'operation' && value.operator === 'not' && value.operands[0])
        return value.operands[0];
    return { kind: 'operation', operator: 'not', operands: [value], span };
}
function decided(operator, a, b) {
    switch (operator) {
        case '==':
            return a === b;
        case '!=':
            return a !== b;
        case '<':
            return a < b;
        case '<=':
            return a <= b;
        case '>':
            return a > b;
        case '>=':
            return a >= b;
    }
}
// `[ "$(echo "$a < $b" | bc)" -eq 1 ]` asks for what `bc` was asked for.
function askedOf(operator, left, right) {
    if (left.kind !== 'operation' || !isCondition(left) || right.kind !== 'constant')
        return null;
    const number = right.value === '' ? Number.NaN : Number(right.value);
    if (number !== 0 && number !== 1)
        return null;
    const [whenTrue, whenFalse] = [decided(operator, 1, number), decided(operator, 0, number)];
    return whenTrue === whenFalse ? null : { of: left, holds: whenTrue };
}
function isCondition({ operator }) {
    return operator in opposite || operator === 'and' || operator === 'or' || operator === 'not';
}
function isNumeric(value) {
    if (value.kind === 'constant')
        return typeof value.value === 'number';
    return (value.kind === 'mix' && value.of.some(way => way.kind === 'constant' && typeof way.value === 'number'));
}
/** The same value with numbers in place of their digits. */
function numberOf(value) {
    if (value.kind === 'constant' && typeof value.value === 'string' && isDigits(value.value))
        return constant(Number(value.value));
    if (value.kind !== 'mix' || !value.of.some(way => way.kind === 'constant' && typeof way.value === 'string'))
        return value;
    return flat(value, 0) ?? value;
}
// Every way of a mix of mixes as a way of one; `null` where one of them is no constant.
function flat(mix, depth) {
    const ways = mix.of.map((way, i) => {
        if (way.kind === 'constant')
            return { kind: 'mix', of: [numberOf(way)], from: [mix.from[i] ?? -1] };
        return way.kind === 'mix' && way !== mix && depth < 4 ? flat(way, depth + 1) : null;
    });
    const found = ways.filter(way => way !== null);
    if (found.length < ways.length)
        return null;
    return { kind: 'mix', of: found.flatMap(way => way.of), from: found.flatMap(way => way.from) };
}
function isDigits(text) {
    return /^\s*-?(\d+(\.\d*)?|\.\d+)\s*$/.test(text);
}
const symbols = ['<=', '>=', '==', '!=', '<', '>'];
/** Reads `x < y` in a text that a calculator gets; `null` where it is anything else. */
function readPlainComparison(value, span) {
    const parts = value.kind === 'text' ? value.parts : [value];
    const found = parts.flatMap((part, at) => {
        const text = part.kind === 'constant' ? String(part.value) : '';
        const match = /<=|>=|==|!=|<|>/.exec(text);
        return match ? [{ at, match, text }] : [];
    });
    const [only, second] = found;
    if (!only || second)
        return null;
    const operator = symbols.find(symbol => symbol === only.match[0]);
    const before = only.text.slice(0, only.match.index);
    const after = only.text.slice(only.match.index + only.match[0].length);
    if (!operator || /[<>=!&|?]/.test(after))
        return null;
    const left = sideOf([...parts.slice(0, only.at), constant(before)]);
    const right = sideOf([constant(after), ...parts.slice(only.at + 1)]);
    return left && right ? { kind: 'operation', operator, operands: [left, right], span } : null;
}
// What stands on one side of it: a number, or one value between blanks and brackets.
function sideOf(parts) {
    const texts = parts.map(part => (part.kind === 'constant' ? String(part.value) : ''));
    // `scale=4;` says how many digits, and brackets say nothing.
    const text = texts
        .join('')
        .replace(/scale\s*=\s*\d+\s*;/g, '')
        .replace(/[()\s;"']/g, '');
    const values = parts.filter(part => part.kind !== 'constant');
    const [only, second] = values;
    if (only && !second && text === '')
        return only;
    if (!only && isDigits(text))
        return constant(Number(text));
    return values.length > 0 && /^[-+*/\d.^]+$/.test(text) ? { kind: 'text', parts } : null;
}

;// CONCATENATED MODULE: ./src/frontends/shell/scope.ts



// A name that is bound more often than this may stand for anything.
const scope_mostBound = 256;
/** Names of what the shell keeps beside variables, as the builder knows them. */
const kept = { status: '?', directory: '/', shifted: '#', printed: '>' };
const succeeded = constant(0);
const failed = constant(1);
function scope_spanOf(scope, node) {
    return { file: scope.script.file, start: node.startIndex, end: node.endIndex };
}
/** The constant of this text. */
function textOf(script, text) {
    const known = script.constants.get(text);
    if (known)
        return known;
    const made = constant(text);
    script.constants.set(text, made);
    return made;
}
/** Gives a name a value. A function binds the script's variables, except for those that it declares. */
function scope_assign(scope, name, value) {
    const own = scope.kind === 'module' || scope.locals.has(name);
    if (!own)
        scope.variant.binds.add(name);
    note(own ? scope.bound : scope.script.bound, name, value);
    bind(scope.builder, name, value);
}
function note(bound, name, value) {
    const values = bound.get(name);
    if (!values)
        bound.set(name, [value]);
    else if (values.includes(value))
        return;
    else if (values.length < scope_mostBound)
        values.push(value);
    else if (values.length === scope_mostBound)
        values.push(unknown);
}
/** What a name stands for where nothing on the way from the start of a unit has bound it. */
function scope_freeName(script, kind, name) {
    const assigned = script.outline.assigned.has(name);
    if (kind === 'function' && assigned) {
        // Asks the script too, since a way on which it is not bound leads to the environment.
        if (script.builder)
            lookUp(script.builder, name);
        return { kind: 'variable', unit: script.file.path, name };
    }
    const value = {
        kind: 'parameter',
        unit: script.file.path,
        index: environmentIndex(script, name),
    };
    if (assigned)
        note(script.bound, name, value);
    return value;
}
function environmentIndex(script, name) {
    const known = script.environment.get(name);
    if (known !== undefined)
        return known;
    script.parameters.push({ name, kind: 'environment', default: null, type: null });
    script.environment.set(name, script.parameters.length - 1);
    return script.parameters.length - 1;
}
/** The folder at hand; `null` where it cannot be known. */
function directoryOf(scope) {
    const value = lookUp(scope.builder, kept.directory);
    return value.kind === 'constant' && typeof value.value === 'string' ? value.value : null;
}
function enter(scope, directory) {
    bind(scope.builder, kept.directory, directory === null ? unknown : textOf(scope.script, directory));
}
/** Says once in a file that something in it goes beyond a limit. */
function scope_noteLimit(script, node, message) {
    if (script.notices.some(notice => notice.kind === 'limit' && notice.message === message))
        return;
    script.notices.push({ path: script.file.path, line: node.startPosition.row + 1, kind: 'limit', message });
}
// Far more than people nest, and few enough for the stack.
const scope_deepest = 150;
/** Reads what is nested one level deeper, or gives `otherwise` and a notice where that is too deep for the stack. */
function scope_oneDeeper(script, node, otherwise, read) {
    const most = depthWithin(scope_deepest);
    if (script.depth > most) {
        scope_noteLimit(script, node, `Code is nested more than ${most} levels deep; what lies deeper was not read.`);
        return otherwise;
    }
    script.depth += 1;
    try {
        return read();
    }
    finally {
        script.depth -= 1;
    }
}

;// CONCATENATED MODULE: ./src/frontends/shell/folders.ts


/** A path that begins with a variable of the environment, which stands in it in braces; `null` for any other. */
function pathFromVariable(script, value) {
    const [first, ...others] = value.kind === 'text' ? value.parts : [value];
    const parameter = first?.kind === 'parameter' && first.unit === script.file.path
        ? script.parameters[first.index]
        : undefined;
    if (parameter?.kind !== 'environment' || others.some(part => part.kind !== 'constant'))
        return null;
    const rest = others.map(part => (part.kind === 'constant' ? String(part.value) : '')).join('');
    return /^(?:\/|$)/.test(rest) ? `\${${parameter.name}}${rest}` : null;
}
/**
 * The path of the script itself. Where a script looks around itself, folders count from the top of the tree, which is `/`:
 * where it was started from is not known, and where it lies is.
 */
function ownPath(script) {
    return script.file.container ? unknown : textOf(script, `/${script.file.path}`);
}
/** Where `cd` leads; `null` where that cannot be known. */
function enterFolder(from, to) {
    if (to === '' || to === '-' || to.startsWith('~'))
        return null;
    if (to.startsWith('$'))
        return belowVariable(to);
    if (to.startsWith('/'))
        return to === '/' ? '/' : normal(to);
    if (from === null)
        return null;
    if (from.startsWith('$'))
        return belowVariable(`${from}/${to}`);
    if (!from.startsWith('/'))
        return normal(from === '' ? to : `${from}/${to}`);
    return normal(`${from}/${to}`);
}
// `${CI_PROJECT_DIR}/src`: the variable says where it begins, and what lies around that nobody knows.
function belowVariable(path) {
    const folder = normal(path);
    return folder.startsWith('$') ? folder : null;
}
// A path that climbs out of where it began says where it leads all the same.
function normal(path) {
    const steps = [];
    for (const step of path.split('/')) {
        if (step === '' || step === '.')
            continue;
        if (step === '..' && steps.length > 0 && steps.at(-1) !== '..')
            steps.pop();
        else if (step !== '..' || !path.startsWith('/'))
            steps.push(step);
    }
    return (path.startsWith('/') ? '/' : '') + steps.join('/');
}
/** The path without its last step. */
function folderOf(path) {
    const at = path.replace(/(?<!\/)\/+$/, '').lastIndexOf('/');
    if (at < 0)
        return '.';
    return at === 0 ? '/' : path.slice(0, at);
}
/** The last step of a path. */
function lastStep(path) {
    return (path
        .replace(/(?<!\/)\/+$/, '')
        .split('/')
        .at(-1) ?? '');
}

;// CONCATENATED MODULE: ./src/frontends/shell/status.ts



/** A place that nothing leads to yet. */
function landing(status) {
    return { block: null, status };
}
/** A place for failures that lead where success does. */
function unwatched() {
    return { block: null, status: 1, ignored: true };
}
/** Whether a failure that leads there makes a difference. */
function isWatched(target) {
    return typeof target !== 'object' || target.ignored !== true;
}
/** The block of a landing. */
function blockOf(scope, place) {
    if (place.block === null) {
        place.block = newBlock(scope.builder);
        const at = scope.builder.at;
        scope.builder.at = place.block;
        if (place.status !== null)
            bind(scope.builder, kept.status, place.status === 0 ? succeeded : failed);
        scope.builder.at = at;
    }
    return place.block;
}
/** Goes on at a landing to which every way is known; false where none leads to it. */
function arrive(scope, place) {
    if (place.block === null)
        return false;
    seal(scope.builder, place.block);
    scope.builder.at = place.block;
    return true;
}
/** Goes on behind a landing and the place at hand, which meet. */
function meetAt(scope, place) {
    if (place.block === null)
        return;
    const next = newBlock(scope.builder);
    goTo(scope.builder, next);
    arrive(scope, place);
    goTo(scope.builder, next);
    seal(scope.builder, next);
    scope.builder.at = next;
}
/** Goes on in a block that nothing leads to. */
function startDead(scope) {
    seal(scope.builder, startBlock(scope.builder));
}
/** Whether a failure ends the script by itself. */
function stops(scope) {
    return !scope.lenient && (scope.mode.errexit || scope.mode.trapped);
}
/** Where the failure of a command leads, as far as its surroundings say `otherwise`. */
function targetOf(scope, otherwise) {
    return stops(scope) ? scope.ends.failure : otherwise;
}
/** Fails here and now. What follows is unreachable. */
function failTo(scope, target, span) {
    if (typeof target === 'object')
        goTo(scope.builder, blockOf(scope, target));
    else {
        remember(scope, target);
        addFact(scope.builder, { kind: 'raise', value: unknown, by: 'raise', span });
    }
    startDead(scope);
}
function remember(scope, target) {
    if (!isLive(scope.builder, scope.builder.at))
        return;
    if (target === 'returns')
        scope.variant.returnsFailing = true;
    if (target === 'exits')
        scope.variant.exits = true;
}
/** Ends well: the unit, or the subshell. What follows is unreachable. */
function succeed(scope, { success }, span) {
    if (success !== 'unit') {
        goTo(scope.builder, blockOf(scope, success));
        return startDead(scope);
    }
    addFact(scope.builder, { kind: 'return', value: lookUp(scope.builder, kept.printed), span });
    leave(scope.builder, 'return');
}
/** Adds a call. What it binds is bound before `leadOn` says where it leads. */
function addCommand(scope, callee, args, place) {
    const call = { kind: 'call', callee, arguments: args, ...place };
    addFact(scope.builder, call);
    bind(scope.builder, kept.status, succeeded);
    return call;
}
/** Leads from the call at hand to each of these where it fails, or out of the unit where there are none. */
function leadOn(scope, targets) {
    const { builder } = scope;
    for (const target of targets)
        remember(scope, target);
    const places = [...new Set(targets.filter(target => typeof target === 'object'))];
    if (places.length === 0)
        return;
    const next = newBlock(builder);
    addEdge(builder, builder.at, { to: next });
    for (const place of places)
        addEdge(builder, builder.at, { to: blockOf(scope, place), when: 'raises', catches: null });
    seal(builder, next);
    builder.at = next;
}
/** Asks a question and leaves by one of its two outcomes; a constant has one. */
function ask(scope, value, span, yes, no) {
    const { builder } = scope;
    if (value.kind === 'constant')
        return goTo(builder, blockOf(scope, value.value ? yes : no));
    addFact(builder, { kind: 'test', value, span });
    const from = builder.at;
    addEdge(builder, from, { to: blockOf(scope, yes), when: 'true' });
    addEdge(builder, from, { to: blockOf(scope, no), when: 'false' });
}
/** Goes on where the value holds; it fails where not. */
function demand(scope, value, span, otherwise) {
    decide(scope, otherwise, span, (yes, no) => ask(scope, value, span, yes, no));
}
/** Goes on at the first of two landings, and fails at the second. */
function decide(scope, otherwise, span, read) {
    const [yes, no] = [landing(0), landing(1)];
    read(yes, no);
    if (arrive(scope, no))
        failTo(scope, targetOf(scope, otherwise), span);
    if (!arrive(scope, yes))
        startDead(scope);
}
/** Runs what somebody else looks at: `-e` does not count for it. */
function leniently(scope, run) {
    const outer = scope.lenient;
    scope.lenient = true;
    run();
    scope.lenient = outer;
}
/** Ends with a status: well where it is 0, badly where it is not, and either way where it is not known. */
function endWith(scope, status, ends, span) {
    if (status.kind === 'constant') {
        if (Number(status.value) === 0)
            return succeed(scope, ends, span);
        return failTo(scope, ends.failure, span);
    }
    const [yes, no] = [landing(0), landing(1)];
    const isZero = { kind: 'operation', operator: '==', operands: [status, succeeded], span };
    ask(scope, isZero, span, yes, no);
    if (arrive(scope, no))
        failTo(scope, ends.failure, span);
    if (arrive(scope, yes))
        succeed(scope, ends, span);
}

;// CONCATENATED MODULE: ./src/frontends/shell/outline.ts
const outline_named = ['variable_assignment', 'for_statement', 'function_definition', 'command'];
/** Goes over a script once, without running anything. */
function outlineOf(root) {
    const functions = new Map();
    const assigned = new Set();
    for (const node of root.descendantsOfType(outline_named)) {
        if (!node)
            continue;
        if (node.type === 'function_definition') {
            const name = node.childForFieldName('name')?.text ?? '';
            const same = functions.get(name);
            if (same)
                same.push(node);
            else
                functions.set(name, [node]);
        }
        else
            for (const name of namesBound(node))
                assigned.add(name);
    }
    return { functions, assigned };
}
function namesBound(node) {
    if (node.type === 'for_statement')
        return [node.childForFieldName('variable')?.text ?? ''];
    if (node.type === 'variable_assignment')
        return isLocal(node) || node.parent?.type === 'command' ? [] : [assignedName(node)];
    const name = node.childForFieldName('name')?.text ?? '';
    if (!/^(read|mapfile|readarray|getopts)$/.test(name))
        return [];
    const words = node.childrenForFieldName('argument').map(child => child?.text ?? '');
    const own = words.filter(word => /^[A-Za-z_]\w*$/.test(word));
    return name === 'read' ? [...own, 'REPLY'] : name === 'getopts' ? [...own, 'OPTARG'] : own;
}
function isLocal(node) {
    const command = node.parent;
    return (command?.type === 'declaration_command' &&
        /^(local|declare|typeset)\b/.test(command.text) &&
        isInFunction(node));
}
function isInFunction(node) {
    for (let at = node.parent; at; at = at.parent)
        if (at.type === 'function_definition')
            return true;
    return false;
}
/** The name that an assignment binds: `x` in `x=1`, `x+=1` and `x[0]=1`. */
function assignedName(node) {
    const name = node.childForFieldName('name');
    return (name?.type === 'subscript' ? name.childForFieldName('name') : name)?.text ?? '';
}
/** Names that a function declares as its own. */
function localsOf(definition) {
    const locals = new Set();
    for (const node of definition.descendantsOfType('declaration_command')) {
        if (!node || !/^(local|declare|typeset)\b/.test(node.text) || /^\w+\s+-\w*g/.test(node.text))
            continue;
        for (const child of node.namedChildren) {
            if (child?.type === 'variable_assignment')
                locals.add(assignedName(child));
            else if (child?.type === 'variable_name')
                locals.add(child.text);
        }
    }
    return locals;
}
/** How a unit uses its positional parameters: how many by number, and whether all at once. */
function positionalsOf(unit, others) {
    const names = outside(unit.descendantsOfType(['variable_name', 'special_variable_name']), others).map(n => n.text);
    const words = outside(unit.descendantsOfType('command_name'), others);
    const moves = words.some(word => word.text === 'getopts' || (word.text === 'shift' && isInLoop(word)));
    const rest = moves || names.some(name => /^[@*]$/.test(name)) || words.some(word => word.text === 'shift');
    const numbers = names.filter(name => /^[1-9]\d?$/.test(name)).map(Number);
    return { count: moves ? 0 : numbers.reduce((a, b) => Math.max(a, b), 0), rest };
}
// Both are in the order of the text.
function outside(nodes, others) {
    const ranges = [...others].sort((a, b) => a.startIndex - b.startIndex);
    let at = 0;
    let end = 0;
    return nodes.filter((node) => {
        if (!node)
            return false;
        for (let range = ranges[at]; range && range.startIndex <= node.startIndex; range = ranges[at]) {
            end = Math.max(end, range.endIndex);
            at += 1;
        }
        return node.startIndex >= end;
    });
}
function isInLoop(node) {
    for (let at = node.parent; at && at.type !== 'function_definition'; at = at.parent)
        if (at.type === 'do_group')
            return true;
    return false;
}

;// CONCATENATED MODULE: ./src/frontends/shell/arithmetic.ts








const comparisons = new Set(['==', '!=', '<', '<=', '>', '>=']);
const operators = new Set(['+', '-', '*', '/', '%', '**']);
/** The value of an arithmetic expression. */
function readArithmetic(scope, node) {
    if (!node)
        return unknown;
    return scope_oneDeeper(scope.script, node, unknown, () => arithmeticByType(scope, node));
}
function arithmeticByType(scope, node) {
    switch (node.type) {
        case 'number':
            return numberOf(readWord(scope, node));
        case 'word':
        case 'variable_name':
            return numberOf(readVariable(scope, node.text));
        case 'parenthesized_expression':
            return readArithmetic(scope, node.namedChildren.at(-1) ?? null);
        case 'binary_expression':
            return arithmetic_readBinary(scope, node);
        case 'variable_assignment': {
            const value = readArithmetic(scope, node.childForFieldName('value'));
            scope_assign(scope, assignedName(node), value);
            return value;
        }
        case 'unary_expression':
        case 'postfix_expression':
            return arithmetic_readUnary(scope, node);
        case 'ternary_expression':
            for (const child of node.namedChildren)
                readArithmetic(scope, child);
            return unknown;
        default:
            return numberOf(readWord(scope, node));
    }
}
function arithmetic_readBinary(scope, node) {
    const operator = node.childForFieldName('operator')?.text ?? '';
    const left = node.childForFieldName('left');
    const span = scope_spanOf(scope, node);
    const right = readArithmetic(scope, node.childForFieldName('right'));
    if (/^([-+*/%&|^]|\*\*|<<|>>)?=$/.test(operator)) {
        const value = operator === '=' ? right : unknown;
        if (left && /^(word|variable_name)$/.test(left.type))
            scope_assign(scope, left.text, value);
        return value;
    }
    const operands = [readArithmetic(scope, left), right];
    const [a = unknown, b = unknown] = operands;
    if (comparisons.has(operator))
        return compareNumbers(operator, a, b, span);
    if (operator === '&&' || operator === '||')
        return { kind: 'operation', operator: operator === '&&' ? 'and' : 'or', operands, span };
    return operators.has(operator)
        ? { kind: 'operation', operator: operator, operands, span }
        : unknown;
}
function arithmetic_readUnary(scope, node) {
    const operator = node.childForFieldName('operator')?.text ?? '';
    const inner = node.namedChildren.at(-1) ?? null;
    const value = readArithmetic(scope, inner);
    if (operator === '!')
        return not(isNotZero(value, scope_spanOf(scope, node)), scope_spanOf(scope, node));
    if (operator === '-' && value.kind === 'constant')
        return constant(-Number(value.value));
    if (/^(\+\+|--)$/.test(operator) && inner && /^(word|variable_name)$/.test(inner.type))
        scope_assign(scope, inner.text, unknown);
    return unknown;
}
/** `((\u2026))` as a condition: it holds for any number but 0. */
function readArithmeticCondition(scope, node, yes, no) {
    if (!node)
        return goTo(scope.builder, blockOf(scope, no));
    const operator = node.childForFieldName('operator')?.text;
    if (node.type === 'parenthesized_expression')
        return readArithmeticCondition(scope, node.namedChildren.at(-1) ?? null, yes, no);
    if (node.type === 'binary_expression' && (operator === '&&' || operator === '||')) {
        const rest = landing(0);
        const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
        if (operator === '&&')
            readArithmeticCondition(scope, left, rest, no);
        else
            readArithmeticCondition(scope, left, yes, rest);
        if (arrive(scope, rest))
            readArithmeticCondition(scope, right, yes, no);
        return;
    }
    const value = readArithmetic(scope, node);
    ask(scope, isNotZero(value, scope_spanOf(scope, node)), scope_spanOf(scope, node), yes, no);
}

;// CONCATENATED MODULE: ./src/frontends/shell/literals.ts


/** The text of an unquoted word. */
function unescapeWord(text) {
    return text.includes('\\')
        ? text.replace(/\\(\r?\n|[\s\S])/g, (_, c) => (c.endsWith('\n') ? '' : c))
        : text;
}
/** The text between double quotes. */
function unescapeQuoted(text) {
    if (!text.includes('\\'))
        return text;
    return text.replace(/\\(\r?\n|["$`\\])/g, (_, c) => (c.endsWith('\n') ? '' : c));
}
const ansi = {
    n: '\n',
    t: '\t',
    r: '\r',
    e: '\u001b',
    a: '\u0007',
    '0': '\0',
};
/** The text of `$'\u2026'`. */
function decodeAnsi(text) {
    return text.replace(/\\(?:x([0-9a-fA-F]{1,2})|([\s\S]))/g, (_, hex, c = '') => hex === undefined ? (ansi[c] ?? c) : String.fromCharCode(Number.parseInt(hex, 16)));
}
// A text put together from more parts than this is a log, and so is a longer one.
const literals_mostParts = 40;
const longest = 10_000;
/** One text from parts. */
function literals_joinText(script, values) {
    const parts = [];
    for (const value of values.flatMap(part => (part.kind === 'text' ? part.parts : [part]))) {
        const last = parts.at(-1);
        if (value.kind === 'constant' && value.value === '')
            continue;
        if (value.kind === 'constant' && last?.kind === 'constant' && `${last.value}`.length > longest)
            return unknown;
        if (value.kind === 'constant' && last?.kind === 'constant')
            parts[parts.length - 1] = textOf(script, joined(`${last.value}`, `${value.value}`));
        else
            parts.push(value);
    }
    const [only, second] = parts;
    if (only === undefined)
        return textOf(script, '');
    if (second === undefined)
        return only;
    return parts.length > literals_mostParts ? unknown : { kind: 'text', parts };
}
// `/` is the top of the tree where the script has found it, and `$ROOT/x` is no network path.
function joined(before, after) {
    return before === '/' && after.startsWith('/') ? after : before + after;
}
// Words by the thousand are a list to loop over, and no options.
const longestList = 2000;
/** The words that an unquoted value becomes; `null` where their number is not known. */
function splitText(value) {
    if (value.kind === 'constant') {
        if (typeof value.value !== 'string')
            return [value];
        return value.value.length > longestList ? null : value.value.split(/\s+/).filter(word => word !== '');
    }
    return isOneWord(value, 0) ? [value] : null;
}
function isOneWord(value, depth) {
    if (value.kind === 'constant')
        return typeof value.value !== 'string' || /^\S+$/.test(value.value);
    if (value.kind === 'operation')
        return true;
    return (value.kind === 'mix' && depth < 4 && value.of.length > 0 && value.of.every(v => isOneWord(v, depth + 1)));
}

;// CONCATENATED MODULE: ./src/frontends/shell/nodes.ts
const statements = new Set([
    'redirected_statement',
    'variable_assignment',
    'variable_assignments',
    'command',
    'declaration_command',
    'unset_command',
    'test_command',
    'negated_command',
    'for_statement',
    'c_style_for_statement',
    'while_statement',
    'if_statement',
    'case_statement',
    'pipeline',
    'list',
    'compound_statement',
    'function_definition',
    'subshell',
    'ERROR',
]);
function isStatement(node) {
    return node !== null && statements.has(node.type);
}
/** The commands that stand directly in a node. */
function statementsIn(node) {
    return node ? statementsOf(node.children) : [];
}
/** The commands in a node behind one keyword and before the next of these. */
function statementsBetween(node, from, to) {
    let inside = false;
    const found = node.children.filter(child => {
        if (child?.type === from)
            inside = true;
        else if (child && to.includes(child.type))
            inside = false;
        return inside;
    });
    return statementsOf(found);
}
// Asking a node for its neighbour takes as long as it has neighbours.
function statementsOf(nodes) {
    return nodes.flatMap((node, i) => isStatement(node) ? [{ node, background: nodes[i + 1]?.type === '&' }] : []);
}
/** Where an expansion begins: the parser counts the blanks before it in a text as a part of it. */
function beginOf(node) {
    return node.startIndex + node.text.length - node.text.trimStart().length;
}

;// CONCATENATED MODULE: ./src/frontends/shell/mode.ts
/** The mode that a shell was started in. */
function startMode({ errexit, pipefail }) {
    return { errexit, pipefail, errtrace: false, trapped: false };
}
/** The mode after `set` with these words. */
function setMode(mode, words) {
    let after = mode;
    for (const [i, word] of words.entries()) {
        if (word === '--' || word === '-')
            break;
        const [, sign, letters = ''] = /^([-+])([A-Za-z]+)$/.exec(word) ?? [];
        if (!sign)
            continue;
        const on = sign === '-';
        if (letters.includes('e'))
            after = { ...after, errexit: on };
        if (letters.includes('E'))
            after = { ...after, errtrace: on };
        if (letters.endsWith('o'))
            after = withOption(after, words[i + 1], on);
    }
    return after;
}
function withOption(mode, option, on) {
    if (option === 'errexit' || option === 'pipefail' || option === 'errtrace')
        return { ...mode, [option]: on };
    return mode;
}
/** What holds whichever of these modes is in force. */
function joinModes(modes) {
    const [first, ...rest] = modes;
    if (!first)
        return null;
    return rest.reduce(weaker, first);
}
function weaker(a, b) {
    if (a === b)
        return a;
    const errexit = a.errexit && b.errexit;
    const pipefail = a.pipefail && b.pipefail;
    return { errexit, pipefail, errtrace: a.errtrace && b.errtrace, trapped: a.trapped && b.trapped };
}
/** The mode that the first line of a script asks for: `#!/bin/bash -eu`; `null` where the line names no shell. */
function shebangMode(text) {
    const [, interpreter = '', words = ''] = /^#![ \t]*(?:\S*\/env[ \t]+(?:-S[ \t]+)?)?(\S+)[ \t]*([^\r\n]*)/.exec(text) ?? [];
    if (!/(^|\/)(ba|da|z|k|a|mk)?sh$/.test(interpreter))
        return null;
    return flagsMode(words.split(/\s+/));
}
/** The mode that a shell's own options ask for: `bash -euo pipefail -c \u2026`. */
function flagsMode(words) {
    const { errexit, pipefail } = setMode(startMode({ errexit: false, pipefail: false }), words);
    return { errexit, pipefail };
}

;// CONCATENATED MODULE: ./src/frontends/shell/patterns.ts
/**
 * The plain texts that a pattern stands for where it only spells one in either case: `[Yy]`, `[Yy]*`, `^(y|yes)$`.
 * `null` where it says more than that.
 */
function plainForms(pattern, kind) {
    // Without both anchors it looks for a part of the text.
    if (kind === 'regex' && !/^\^.*\$$/.test(pattern) && !pattern.includes('['))
        return null;
    const core = kind === 'regex' ? withoutAnchors(pattern) : withoutTail(pattern);
    const forms = (kind === 'regex' ? core.split('|') : [core]).map(form => plainForm(form));
    return forms.every(form => form !== null) ? forms : null;
}
function withoutAnchors(pattern) {
    const bare = pattern.replace(/^\^/, '').replace(/\$$/, '');
    return /^\([^()]*\)$/.test(bare) ? bare.slice(1, -1) : bare;
}
// What comes after the first letters of an answer does not change it.
function withoutTail(pattern) {
    return pattern.startsWith('[') ? pattern.replace(/\*$/, '') : pattern;
}
function plainForm(form) {
    const plain = form
        .replace(/^\^|\$$/g, '')
        .replace(/^\(|\)$/g, '')
        .replace(/\[([A-Za-z])([A-Za-z])\]/g, (whole, a, b) => a.toLowerCase() === b.toLowerCase() ? a.toLowerCase() : whole);
    return /^[\w./:@%+=,-]+$/.test(plain) ? plain : null;
}

;// CONCATENATED MODULE: ./src/frontends/shell/control.ts











/** `if`, `elif`, `else`. */
function runIf(scope, node, failure) {
    const { builder } = scope;
    const after = newBlock(builder);
    const modes = [];
    const clauses = [node, ...node.namedChildren.filter(child => child?.type === 'elif_clause')];
    let open = true;
    for (const clause of clauses) {
        if (!clause || !open)
            continue;
        const otherwise = landing(1);
        const keyword = clause === node ? 'if' : 'elif';
        leniently(scope, () => runList(scope, statementsBetween(clause, keyword, ['then']), otherwise));
        const { mode } = scope;
        runList(scope, statementsBetween(clause, 'then', ['fi', 'elif_clause', 'else_clause']), failure);
        goTo(builder, after);
        modes.push(scope.mode);
        scope.mode = mode;
        open = arrive(scope, otherwise);
    }
    if (open) {
        const last = node.namedChildren.find(child => child?.type === 'else_clause') ?? null;
        runList(scope, statementsIn(last), failure);
        goTo(builder, after);
        modes.push(scope.mode);
    }
    seal(builder, after);
    builder.at = after;
    scope.mode = joinModes(modes) ?? scope.mode;
}
/** `case \u2026 in \u2026 esac`. */
function runCase(scope, node, failure) {
    const { builder } = scope;
    const subject = readWord(scope, node.childForFieldName('value'));
    const after = newBlock(builder);
    const { mode } = scope;
    const modes = [mode];
    let through = null;
    for (const item of node.namedChildren.filter(child => child?.type === 'case_item')) {
        if (!item)
            continue;
        const body = landing(0);
        if (through !== null)
            addEdge(builder, through, { to: blockOf(scope, body) });
        for (const pattern of item.childrenForFieldName('value'))
            if (pattern)
                matchPattern(scope, subject, pattern, body);
        const otherwise = builder.at;
        if (!arrive(scope, body))
            continue;
        scope.mode = mode;
        runList(scope, statementsIn(item), failure);
        modes.push(scope.mode);
        through = item.childForFieldName('fallthrough') ? builder.at : null;
        if (through === null)
            goTo(builder, after);
        builder.at = otherwise;
    }
    if (through !== null)
        addEdge(builder, through, { to: after });
    goTo(builder, after);
    seal(builder, after);
    builder.at = after;
    scope.mode = joinModes(modes) ?? mode;
}
// Leads to the body where the pattern fits, and goes on where it does not.
function matchPattern(scope, subject, pattern, body) {
    const span = scope_spanOf(scope, pattern);
    for (const value of patternValues(scope, subject, pattern)) {
        const otherwise = landing(0);
        ask(scope, value, span, body, otherwise);
        if (!arrive(scope, otherwise))
            startDead(scope);
    }
}
function patternValues(scope, subject, pattern) {
    const span = scope_spanOf(scope, pattern);
    const isQuoted = /^(string|raw_string)$/.test(pattern.type);
    if (!isQuoted && /^\*+$/.test(pattern.text))
        return [always];
    const forms = isQuoted ? null : plainForms(pattern.text, 'glob');
    if (forms)
        return forms.map(form => compare('==', subject, { kind: 'constant', value: form }, span));
    const value = readWord(scope, pattern);
    return [isQuoted || value.kind !== 'constant' ? compare('==', subject, value, span) : unknown];
}
const always = { kind: 'constant', value: true };
/** `for \u2026 in \u2026`, `select`. A list that is written out runs its body at least once. */
function runFor(scope, node, failure) {
    const name = node.childForFieldName('variable')?.text ?? '';
    const values = node.childrenForFieldName('value');
    const span = scope_spanOf(scope, values[0] ?? node);
    const words = expandWords(scope, values);
    const certain = words.some(word => !word.splat && word.value.kind === 'constant' && !/[*?[]/.test(`${word.value.value}`));
    control_readLoop(scope, node, failure, {
        first: certain,
        head: (body, done) => askForMore(scope, span, body, done),
        start: () => scope_assign(scope, name, mixOf(words.map(control_itemOf))),
    });
}
function control_itemOf(word) {
    return word.splat ? { kind: 'item', of: word.value, key: unknown } : word.value;
}
function askForMore(scope, span, body, done) {
    const { builder } = scope;
    addFact(builder, { kind: 'test', value: unknown, span });
    const from = builder.at;
    addEdge(builder, from, { to: blockOf(scope, body), when: 'true' });
    addEdge(builder, from, { to: blockOf(scope, done), when: 'false' });
}
/** `for ((\u2026))`. */
function runCountingLoop(scope, node, failure) {
    for (const part of node.childrenForFieldName('initializer'))
        readArithmetic(scope, part);
    const condition = node.childrenForFieldName('condition').findLast(child => child?.isNamed) ?? null;
    control_readLoop(scope, node, failure, {
        first: false,
        head: (body, done) => condition
            ? readArithmeticCondition(scope, condition, body, done)
            : goTo(scope.builder, blockOf(scope, body)),
        start: () => undefined,
    });
}
/** `while`, `until`. */
function runWhile(scope, node, failure) {
    const until = node.firstChild?.type === 'until';
    const condition = statementsBetween(node, until ? 'until' : 'while', ['do_group']);
    control_readLoop(scope, node, failure, {
        first: false,
        head: (body, done) => {
            leniently(scope, () => runList(scope, condition, until ? body : done));
            goTo(scope.builder, blockOf(scope, until ? done : body));
        },
        start: () => undefined,
    });
}
function control_readLoop(scope, node, failure, { first, head, start }) {
    const { builder, mode } = scope;
    const [again, body, after] = [landing(null), landing(null), landing(0)];
    const loop = { again, after, flag: `loop ${node.startIndex}` };
    const carried = carry(scope, node);
    bind(builder, loop.flag, succeeded);
    goTo(builder, blockOf(scope, first ? body : again));
    if (!first)
        askHead(scope, again, carried, () => head(body, after));
    if (body.block !== null) {
        builder.at = body.block;
        if (!first)
            seal(builder, body.block);
        for (const [name, value] of carried)
            bind(builder, name, value);
        start();
        runBody(scope, node, loop);
    }
    if (first)
        askHead(scope, again, carried, () => head(body, after));
    for (const place of [again, body])
        if (place.block !== null)
            seal(builder, place.block);
    scope.mode = joinModes([mode, scope.mode]) ?? mode;
    if (!arrive(scope, after))
        startDead(scope);
    else if (isWatched(failure))
        askLast(scope, node, loop, failure);
}
function askHead(scope, again, carried, ask) {
    scope.builder.at = blockOf(scope, again);
    for (const [name, value] of carried)
        bind(scope.builder, name, value);
    ask();
}
function runBody(scope, node, loop) {
    const { builder } = scope;
    const outer = scope.loops;
    scope.loops = [...outer, loop];
    const failing = landing(1);
    runList(scope, statementsIn(node.childForFieldName('body')), failing);
    bind(builder, loop.flag, succeeded);
    goTo(builder, blockOf(scope, loop.again));
    if (arrive(scope, failing)) {
        bind(builder, loop.flag, failed);
        goTo(builder, blockOf(scope, loop.again));
    }
    scope.loops = outer;
}
// The status of a loop is that of the last command in its last turn.
function askLast(scope, node, { flag }, failure) {
    const span = scope_spanOf(scope, node);
    const passed = compare('==', lookUp(scope.builder, flag), succeeded, span);
    const [yes, no] = [landing(0), landing(1)];
    ask(scope, passed, span, yes, no);
    if (arrive(scope, no))
        failTo(scope, failure, span);
    if (!arrive(scope, yes))
        startDead(scope);
}
// What a loop does not touch stays what it was before, which the builder knows only once it has seen the whole loop.
function carry(scope, node) {
    const text = node.text;
    const moves = [
        ...(/\b(cd|pushd|popd)\b/.test(text) ? [] : [kept.directory]),
        ...(/\b(shift|set)\b/.test(text) ? [] : [kept.shifted]),
    ];
    return moves.map(name => [name, lookUp(scope.builder, name)]);
}

;// CONCATENATED MODULE: ./src/frontends/shell/redirects.ts





/** A command with `> file`, `<<EOF` and the like; what follows the beginning of a here-document stands inside of it. */
function runRedirected(scope, node, failure) {
    const body = node.childForFieldName('body');
    const documents = node.namedChildren.filter(child => child?.type === 'heredoc_redirect');
    const files = redirectsIn(node);
    const destinations = files.map(file => {
        const words = file
            .childrenForFieldName('destination')
            .flatMap(word => (word ? [readWord(scope, word)] : []));
        return printsElsewhere(file) ? words : [];
    });
    const redirects = {
        document: documentOf(documents.at(-1) ?? null),
        words: documents.flatMap(document => document ? document.childrenForFieldName('argument').filter(isNode) : []),
        silent: files.some(file => printsElsewhere(file)),
        output: destinations.flat().at(-1) ?? null,
    };
    const first = (target) => redirects_runBody(scope, body, redirects, target);
    const more = documents.find(document => document?.namedChildren.some(isStatement)) ?? null;
    if (more)
        runFollowing(scope, node, more, first, failure);
    else
        first(failure);
}
function isNode(node) {
    return node !== null;
}
function redirectsIn(node) {
    const own = node.namedChildren.flatMap(child => child?.type === 'heredoc_redirect' ? [child, ...child.namedChildren] : [child]);
    return own.filter(isNode).filter(child => child.type === 'file_redirect');
}
function printsElsewhere(file) {
    const descriptor = file.childForFieldName('descriptor')?.text ?? '1';
    return (descriptor === '1' &&
        file.children.some(child => child !== null && /^(>|>>|&>|&>>|>\||>&)$/.test(child.type)));
}
function documentOf(node) {
    const body = node?.namedChildren.find(child => child?.type === 'heredoc_body');
    const start = node?.namedChildren.find(child => child?.type === 'heredoc_start');
    return body ? { body, expands: !/["'\\]/.test(start?.text ?? '') } : null;
}
function redirects_runBody(scope, body, redirects, failure) {
    const outer = { capturing: scope.capturing, input: scope.input };
    const { document } = redirects;
    if (document) {
        const value = document.expands
            ? words_readQuoted(scope, document.body, document.body.startIndex, document.body.endIndex)
            : textOf(scope.script, document.body.text);
        scope.input = { value, span: scope_spanOf(scope, document.body) };
    }
    if (redirects.silent)
        scope.capturing = false;
    if (body?.type === 'command')
        runCommand(scope, body, failure, redirects);
    else if (body)
        run_run(scope, body, failure);
    Object.assign(scope, outer);
}
// `cat <<EOF | python`, `cat <<EOF && python x.py`.
function runFollowing(scope, node, document, first, failure) {
    const operator = document.childForFieldName('operator')?.type;
    const right = document.childForFieldName('right');
    const piped = document.namedChildren.find(child => child?.type === 'pipeline') ?? null;
    if (right && operator) {
        const parts = [first, (target) => run_run(scope, right, target)];
        return runEither(scope, node, operator === '&&', parts, failure);
    }
    const parts = (piped?.namedChildren ?? []).filter(isStatement);
    const others = parts.map((part) => ({ node: part, run: target => run_run(scope, part, target) }));
    const head = node.childForFieldName('body') ?? node;
    runPipe(scope, node, [{ node: head, run: first }, ...others], failure);
}

;// CONCATENATED MODULE: ./src/frontends/shell/subshell.ts




/**
 * Runs what has a shell of its own: `exit` leaves no more than that, and what it binds or where it goes is forgotten.
 */
function inSubshell(scope, node, failure, run) {
    const outer = { mode: scope.mode, ends: scope.ends, returns: scope.returns, loops: scope.loops };
    const before = subshell_remember(scope, node);
    const done = landing(0);
    // What leaves the unit needs no place to come by.
    const failed = typeof failure !== 'object' ? failure : isWatched(failure) ? landing(1) : unwatched();
    scope.ends = { success: done, failure: failed };
    scope.returns = scope.ends;
    scope.loops = [];
    scope.mode = { ...scope.mode, trapped: scope.mode.trapped && scope.mode.errtrace };
    run(failed);
    meetAt(scope, done);
    Object.assign(scope, outer);
    restore(scope, before);
    const after = scope.builder.at;
    if (typeof failed === 'object' && arrive(scope, failed)) {
        restore(scope, before);
        failTo(scope, failure, scope_spanOf(scope, node));
    }
    scope.builder.at = after;
}
function subshell_remember(scope, node) {
    const names = node.descendantsOfType('variable_assignment').map(a => (a ? assignedName(a) : ''));
    const all = new Set([...names.filter(name => name !== ''), kept.directory, kept.shifted]);
    return new Map([...all].map(name => [name, lookUp(scope.builder, name)]));
}
function restore(scope, before) {
    for (const [name, value] of before)
        bind(scope.builder, name, value);
}

;// CONCATENATED MODULE: ./src/frontends/shell/tests.ts







/** `[ \u2026 ]` and `[[ \u2026 ]]`: asks one operand after another, and leaves by one of the outcomes. */
function readTestCommand(scope, node, yes, no) {
    readTokens(scope, tokensIn(node.children.slice(1, -1)), yes, no);
}
/** `test \u2026`, of which the parser knows the words only. */
function readTestWords(scope, nodes, yes, no) {
    readTokens(scope, nodes.map(token), yes, no);
}
// A test of more words was written to be slow.
const most = 200;
function readTokens(scope, tokens, yes, no) {
    const reading = { tokens: tokens.slice(0, most), at: 0 };
    const condition = readOr(reading);
    const isWhole = reading.at === tokens.length;
    decideCondition(scope, isWhole ? condition : null, tokens, yes, no);
}
// The grammar's precedence of `=` and of `-o` is not the shell's, so the tree is taken apart again.
function tokensIn(nodes) {
    const tokens = [];
    const open = [...nodes].reverse();
    while (open.length > 0 && tokens.length <= most) {
        const node = open.pop();
        if (!node)
            continue;
        const isTree = /^(binary|unary|parenthesized|postfix|ternary)_expression$/.test(node.type);
        if (isTree)
            open.push(...[...node.children].reverse());
        else
            tokens.push(token(node));
    }
    return tokens;
}
function token(node) {
    const isQuoted = /^(string|raw_string|ansi_c_string|translated_string)$/.test(node.type);
    return { node, bare: isQuoted ? '' : node.text };
}
function peek(reading, ahead = 0) {
    return reading.tokens[reading.at + ahead]?.bare ?? '';
}
function readOr(reading) {
    let left = readAnd(reading);
    while (/^(\|\||-o)$/.test(peek(reading))) {
        reading.at += 1;
        left = { kind: 'or', left, right: readAnd(reading) };
    }
    return left;
}
function readAnd(reading) {
    let left = readNot(reading);
    while (/^(&&|-a)$/.test(peek(reading))) {
        reading.at += 1;
        left = { kind: 'and', left, right: readNot(reading) };
    }
    return left;
}
const binary = /^(==?|!=|=~|<|>|-(eq|ne|lt|le|gt|ge|nt|ot|ef))$/;
function readNot(reading) {
    if (peek(reading) === '!' && reading.tokens.length > reading.at + 1) {
        reading.at += 1;
        return { kind: 'not', of: readNot(reading) };
    }
    if (/^\\?\($/.test(peek(reading))) {
        reading.at += 1;
        const inner = readOr(reading);
        if (/^\\?\)$/.test(peek(reading)))
            reading.at += 1;
        return inner;
    }
    return readPrimary(reading);
}
function readPrimary(reading) {
    const [first, second, third] = reading.tokens.slice(reading.at);
    if (!first)
        return { kind: 'nothing' };
    if (second && third && binary.test(second.bare)) {
        reading.at += 3;
        return { kind: 'binary', left: first, operator: second.bare, right: third };
    }
    if (second && /^-[a-zA-Z]$/.test(first.bare) && !/^(&&|\|\||-[ao])$/.test(second.bare)) {
        reading.at += 2;
        return { kind: 'unary', operator: first.bare, of: second };
    }
    reading.at += 1;
    return { kind: 'word', of: first };
}
function decideCondition(scope, condition, tokens, yes, no) {
    switch (condition?.kind) {
        case 'and':
        case 'or': {
            const rest = landing(0);
            if (condition.kind === 'and')
                decideCondition(scope, condition.left, tokens, rest, no);
            else
                decideCondition(scope, condition.left, tokens, yes, rest);
            if (arrive(scope, rest))
                decideCondition(scope, condition.right, tokens, yes, no);
            return;
        }
        case 'not':
            return decideCondition(scope, condition.of, tokens, no, yes);
        case 'nothing':
            return goTo(scope.builder, blockOf(scope, no));
        case 'binary':
            return decideBinary(scope, condition, yes, no);
        case 'unary':
        case 'word':
            return ask(scope, unaryValue(scope, condition), scope_spanOf(scope, condition.of.node), yes, no);
        case undefined: {
            for (const { node } of tokens)
                if (node.isNamed)
                    readWord(scope, node);
            const [first] = tokens;
            if (first)
                ask(scope, unknown, scope_spanOf(scope, first.node), yes, no);
            else
                goTo(scope.builder, blockOf(scope, no));
        }
    }
}
function unaryValue(scope, condition) {
    const value = readWord(scope, condition.of.node);
    const operator = condition.kind === 'word' ? '-n' : condition.operator;
    const span = scope_spanOf(scope, condition.of.node);
    if (operator === '-n')
        return compare('!=', value, textOf(scope.script, ''), span);
    return operator === '-z' ? compare('==', value, textOf(scope.script, ''), span) : unknown;
}
const numeric = {
    '-eq': '==',
    '-ne': '!=',
    '-lt': '<',
    '-le': '<=',
    '-gt': '>',
    '-ge': '>=',
};
function decideBinary(scope, { left, operator, right }, yes, no) {
    const span = { ...scope_spanOf(scope, left.node), end: right.node.endIndex };
    const value = readWord(scope, left.node);
    if (/^(==?|!=|=~)$/.test(operator))
        return decideText(scope, value, operator, right, span, yes, no);
    const other = readWord(scope, right.node);
    const comparison = numeric[operator];
    if (comparison)
        return ask(scope, compareNumbers(comparison, value, other, span), span, yes, no);
    const ordered = operator === '<' || operator === '>';
    ask(scope, ordered ? compareNumbers(operator, value, other, span) : unknown, span, yes, no);
}
// A pattern that spells one answer in either case is that answer; any other one says nothing.
function decideText(scope, value, operator, right, span, yes, no) {
    const [onEqual, onOther] = operator === '!=' ? [no, yes] : [yes, no];
    const forms = right.bare === '' ? null : plainForms(right.bare, operator === '=~' ? 'regex' : 'glob');
    const isPattern = operator === '=~' || (/[*?[]/.test(right.bare) && !/[$`]/.test(right.bare));
    const other = forms ? null : readWord(scope, right.node);
    if (forms === null) {
        const said = isPattern ? unknown : compare('==', value, other ?? unknown, span);
        return ask(scope, said, span, onEqual, onOther);
    }
    for (const [i, form] of forms.entries()) {
        const rest = landing(0);
        const last = i === forms.length - 1;
        ask(scope, compare('==', value, textOf(scope.script, form), span), span, onEqual, last ? onOther : rest);
        if (!last && !arrive(scope, rest))
            return;
    }
}

;// CONCATENATED MODULE: ./src/frontends/shell/run.ts














/** Runs commands one after another; the status of the last one is that of all. */
function runList(scope, statements, failure) {
    for (const [i, { node, background }] of statements.entries()) {
        if (background)
            runInBackground(scope, node);
        else if (i < statements.length - 1)
            runAndGoOn(scope, node);
        else
            run_run(scope, node, failure);
    }
}
// What fails here either ends the shell, because of `-e`, or is not looked at.
function runAndGoOn(scope, node) {
    const ignored = unwatched();
    run_run(scope, node, ignored);
    bind(scope.builder, kept.status, succeeded);
    meetAt(scope, ignored);
}
function runInBackground(scope, node) {
    const ignored = unwatched();
    leniently(scope, () => inSubshell(scope, node, ignored, inner => run_run(scope, node, inner)));
    meetAt(scope, ignored);
    bind(scope.builder, kept.status, succeeded);
}
// More than the longest script that anyone wrote has, and few enough for the memory.
const mostBlocks = 300_000;
/** Runs one command. Control goes on where it ends well, and to `failure` where `-e` does not end the shell first. */
function run_run(scope, node, failure) {
    if (scope.builder.blocks.length > mostBlocks)
        return scope_noteLimit(scope.script, node, 'The script has too many commands; those from here on were not read.');
    scope_oneDeeper(scope.script, node, undefined, () => runByType(scope, node, failure));
}
function runByType(scope, node, failure) {
    switch (node.type) {
        case 'command':
            return runCommand(scope, node, failure, null);
        case 'redirected_statement':
            return runRedirected(scope, node, failure);
        case 'variable_assignment':
        case 'variable_assignments':
            return runAssignments(scope, node, failure);
        case 'declaration_command':
        case 'unset_command':
            return runDeclaration(scope, node);
        case 'test_command':
            return runTest(scope, node, failure);
        case 'negated_command':
            return runNegated(scope, node, failure);
        case 'list':
            return runAndOr(scope, node, failure);
        case 'pipeline':
            return runPipeline(scope, node, failure);
        case 'subshell': {
            const target = targetOf(scope, failure);
            return inSubshell(scope, node, target, inner => runList(scope, statementsIn(node), inner));
        }
        case 'function_definition':
            return defineFunction(scope, node);
        case 'compound_statement':
            return runGroup(scope, node, failure);
        default:
            return runCompound(scope, node, failure);
    }
}
function runCompound(scope, node, failure) {
    switch (node.type) {
        case 'if_statement':
            return runIf(scope, node, failure);
        case 'case_statement':
            return runCase(scope, node, failure);
        case 'for_statement':
            return runFor(scope, node, failure);
        case 'c_style_for_statement':
            return runCountingLoop(scope, node, failure);
        case 'while_statement':
            return runWhile(scope, node, failure);
        default:
            return runList(scope, statementsIn(node), failure);
    }
}
/** `{ \u2026; }`, `((\u2026))`. */
function runGroup(scope, node, failure) {
    if (node.firstChild?.type !== '((')
        return runList(scope, statementsIn(node), failure);
    const span = scope_spanOf(scope, node);
    const last = node.namedChildren.at(-1) ?? null;
    decide(scope, failure, span, (yes, no) => readArithmeticCondition(scope, last, yes, no));
}
/** `[ \u2026 ]`, `[[ \u2026 ]]`, and what the parser takes for one. */
function runTest(scope, node, failure) {
    decide(scope, failure, scope_spanOf(scope, node), (yes, no) => readTestCommand(scope, node, yes, no));
}
/** `! command`: no failure, and no success, of such a command ends the shell. */
function runNegated(scope, node, failure) {
    const inner = statementsIn(node)[0]?.node;
    negate(scope, node, failure, target => inner && run_run(scope, inner, target));
}
function negate(scope, node, failure, read) {
    const ok = landing(0);
    leniently(scope, () => read(ok));
    failTo(scope, failure, scope_spanOf(scope, node));
    arrive(scope, ok);
}
function runAndOr(scope, node, failure) {
    const [left, right] = statementsIn(node).map(statement => statement.node);
    const isAnd = node.children.some(child => child?.type === '&&');
    const parts = [left, right].map(part => (target) => part && run_run(scope, part, target));
    runEither(scope, node, isAnd, parts, failure);
}
/** `a && b`, `a || b`: a failure of `a` is looked at, so `-e` does not count for it. */
function runEither(scope, node, isAnd, [left, right], failure) {
    const { builder } = scope;
    const otherwise = landing(1);
    leniently(scope, () => left?.(otherwise));
    const { mode } = scope;
    if (isAnd)
        right?.(failure);
    const after = builder.at;
    if (arrive(scope, otherwise)) {
        if (isAnd)
            failTo(scope, failure, scope_spanOf(scope, node));
        else
            right?.(failure);
        builder.at = isAnd ? after : joinAt(scope, after);
    }
    scope.mode = joinModes([mode, scope.mode]) ?? mode;
}
function joinAt({ builder }, other) {
    const next = newBlock(builder);
    goTo(builder, next);
    addEdge(builder, other, { to: next });
    seal(builder, next);
    return next;
}
function runPipeline(scope, node, failure) {
    const elements = node.namedChildren.filter(isStatement);
    const [first, ...rest] = elements;
    // The parser takes `! a | b` for a pipe whose first part is negated; the shell negates the pipe.
    const inner = first?.type === 'negated_command' ? statementsIn(first)[0]?.node : undefined;
    if (!inner)
        return runPipe(scope, node, elements.map(part => runnable(scope, part)), failure);
    negate(scope, node, failure, target => runPipe(scope, node, [inner, ...rest].map(part => runnable(scope, part)), target));
}
function runnable(scope, node) {
    return { node, run: failure => run_run(scope, node, failure) };
}
/**
 * Parts of a pipe run side by side: none waits for another one to succeed. A part that must not fail, because of `pipefail`,
 * is asked for its status behind the last one.
 */
function runPipe(scope, node, parts, failure) {
    const [printed, status] = [kept.printed, kept.status].map(name => lookUp(scope.builder, name));
    const outer = { capturing: scope.capturing, input: scope.input };
    const target = targetOf(scope, failure);
    const flags = [];
    const { pipefail } = scope.mode;
    for (const [i, part] of parts.entries()) {
        const isLast = i === parts.length - 1;
        bind(scope.builder, kept.printed, (isLast ? printed : undefined) ?? textOf(scope.script, ''));
        if (status)
            bind(scope.builder, kept.status, status);
        scope.capturing = isLast ? outer.capturing : true;
        const ignored = pipefail ? landing(1) : unwatched();
        inSubshell(scope, part.node, isLast ? target : ignored, inner => part.run(inner));
        const flag = `|${part.node.startIndex}`;
        if (!isLast && flagFailure(scope, ignored, pipefail ? flag : null))
            flags.push(flag);
        scope.input = isLast ? outer.input : inputOf(scope, part.node);
    }
    for (const flag of flags)
        demandFlag(scope, node, flag, failure);
}
function flagFailure(scope, ignored, flag) {
    if (ignored.block === null)
        return false;
    if (flag !== null) {
        bind(scope.builder, flag, succeeded);
        const at = scope.builder.at;
        scope.builder.at = ignored.block;
        bind(scope.builder, flag, failed);
        scope.builder.at = at;
    }
    meetAt(scope, ignored);
    return flag !== null;
}
function demandFlag(scope, node, flag, failure) {
    const span = scope_spanOf(scope, node);
    const operands = [lookUp(scope.builder, flag), succeeded];
    const passed = { kind: 'operation', operator: '==', operands, span };
    demand(scope, passed, span, failure);
}

;// CONCATENATED MODULE: ./src/frontends/shell/substitutions.ts








/**
 * What `$(\u2026)` prints. Its failure goes where `failure` says; `null` where nobody looks at it, as in an argument. The shell
 * does not hand `-e` down to it.
 */
function readSubstitution(scope, node, failure) {
    const outer = { printed: lookUp(scope.builder, kept.printed), capturing: scope.capturing, mode: scope.mode };
    const file = fileRead(node);
    if (file)
        return unknown;
    const ignored = unwatched();
    bind(scope.builder, kept.printed, textOf(scope.script, ''));
    scope.capturing = true;
    inSubshell(scope, node, failure ?? ignored, inner => {
        scope.mode = { ...scope.mode, errexit: false, trapped: false };
        runList(scope, statementsIn(node), inner);
    });
    if (failure === null)
        meetAt(scope, ignored);
    const printed = lookUp(scope.builder, kept.printed);
    scope.capturing = outer.capturing;
    scope.mode = outer.mode;
    bind(scope.builder, kept.printed, outer.printed);
    return printed.kind === 'constant'
        ? textOf(scope.script, String(printed.value).replace(/(?<!\n)\n+$/, ''))
        : printed;
}
// `$(< file)` reads a file and runs nothing.
function fileRead(node) {
    const [only, second] = node.namedChildren;
    return only?.type === 'redirected_statement' && !second && !only.childForFieldName('body');
}
/** `<(\u2026)` and `>(\u2026)`: what runs beside the command. Nobody looks at how it ends. */
function runProcess(scope, node) {
    const ignored = unwatched();
    const { capturing, mode } = scope;
    scope.capturing = false;
    leniently(scope, () => inSubshell(scope, node, ignored, inner => runList(scope, statementsIn(node), inner)));
    scope.capturing = capturing;
    scope.mode = mode;
    meetAt(scope, ignored);
}
/** Adds to what the commands at hand have printed so far. */
function print(scope, value) {
    if (!scope.capturing)
        return;
    const before = lookUp(scope.builder, kept.printed);
    const isFirst = before.kind === 'constant' && before.value === '';
    const text = isFirst ? value : literals_joinText(scope.script, [before, textOf(scope.script, '\n'), value]);
    bind(scope.builder, kept.printed, text);
}
/** The place of a command's words, for whoever reads what it prints. */
function inputOf(scope, node) {
    return { value: lookUp(scope.builder, kept.printed), span: scope_spanOf(scope, node) };
}

;// CONCATENATED MODULE: ./src/frontends/shell/words.ts







/** What a word stands for, taken as one text. */
function readWord(scope, node) {
    if (!node)
        return textOf(scope.script, '');
    return scope_oneDeeper(scope.script, node, unknown, () => wordByType(scope, node));
}
function wordByType(scope, node) {
    switch (node.type) {
        case 'word':
        case 'variable_name':
        case 'regex':
        case 'extglob_pattern':
            return textOf(scope.script, unescapeWord(node.text));
        case 'raw_string':
            return textOf(scope.script, node.text.slice(1, -1));
        case 'ansi_c_string':
            return textOf(scope.script, decodeAnsi(node.text.slice(2, -1)));
        case 'string':
            return words_readQuoted(scope, node, node.startIndex + 1, node.endIndex - 1);
        case 'translated_string':
        case 'command_name':
            return readWord(scope, node.type === 'command_name' ? node.child(0) : node.namedChild(0));
        case 'concatenation':
            return literals_joinText(scope.script, node.children.map(child => readWord(scope, child)));
        case 'array':
            return { kind: 'collection', items: expandWords(scope, node.namedChildren).map(elementOf) };
        case 'number':
            return node.namedChildCount > 0 ? unknown : textOf(scope.script, node.text);
        default:
            return expansionByType(scope, node);
    }
}
function expansionByType(scope, node) {
    switch (node.type) {
        case 'simple_expansion':
            return readVariable(scope, node.namedChild(0)?.text ?? '');
        case 'expansion':
            return readExpansion(scope, node);
        case 'command_substitution':
            return readSubstitution(scope, node, null);
        case 'process_substitution':
            runProcess(scope, node);
            return unknown;
        case 'arithmetic_expansion':
            return readArithmetic(scope, node.namedChildren.at(-1) ?? null);
        default:
            // A bracket or a lone `$` is text, and nothing else is known.
            return node.isNamed ? unknown : textOf(scope.script, node.text);
    }
}
/** Text with expansions in it, such as stands between double quotes: the parser leaves blanks between them out. */
function words_readQuoted(scope, node, start, end) {
    const source = scope.script.file.text;
    const parts = [];
    let at = start;
    for (const child of node.namedChildren) {
        if (!child || child.type === 'string_content' || child.type === 'heredoc_content')
            continue;
        parts.push(textOf(scope.script, unescapeQuoted(source.slice(at, beginOf(child)))), readWord(scope, child));
        at = child.endIndex;
    }
    parts.push(textOf(scope.script, unescapeQuoted(source.slice(at, Math.max(at, end)))));
    return literals_joinText(scope.script, parts);
}
/** Words as a command gets them, after expansion and splitting. */
function expandWords(scope, nodes) {
    return nodes.flatMap(node => (node && node.type !== 'comment' ? expandWord(scope, node) : []));
}
function expandWord(scope, node) {
    const span = scope_spanOf(scope, node);
    if (node.type === 'command_name')
        return node.firstChild ? expandWord(scope, node.firstChild) : [];
    const all = allNamed(node);
    if (all === '@')
        return allArguments(scope, span);
    if (all !== null)
        return elementsOf(scope, all, span);
    const value = readWord(scope, node);
    if (!/^(simple_expansion|expansion|command_substitution)$/.test(node.type))
        return [{ value, splat: node.type === 'brace_expression', span }];
    const pieces = splitText(value);
    if (pieces === null || !mayExpand(scope, pieces.length))
        return [{ value, splat: true, span }];
    return pieces.map(piece => ({
        value: typeof piece === 'string' ? textOf(scope.script, piece) : piece,
        splat: false,
        span,
    }));
}
function elementOf({ value, splat }) {
    return splat ? { kind: 'item', of: value, key: unknown, splat: true } : value;
}
/** `@` for all arguments, a name for all elements of an array, `null` for anything else. */
function allNamed(node) {
    const text = node.type === 'string' ? node.text.slice(1, -1) : node.text;
    if (/^\$(?:[@*]|\{[@*]\})$/.test(text))
        return '@';
    return /^\$\{(\w+)\[[@*]\]\}$/.exec(text)?.[1] ?? null;
}

;// CONCATENATED MODULE: ./src/frontends/shell/expansions.ts






/** What `$name` stands for. */
function readVariable(scope, name) {
    if (/^\d+$/.test(name))
        return readPositional(scope, Number(name));
    if (name === '?')
        return lookUp(scope.builder, kept.status);
    if (name === 'BASH_SOURCE')
        return ownPath(scope.script);
    return /^[A-Za-z_]\w*$/.test(name) && name !== '_' ? lookUp(scope.builder, name) : unknown;
}
function readPositional(scope, number) {
    if (number === 0)
        return ownPath(scope.script);
    const shifted = shiftOf(scope);
    const index = shifted === null ? -1 : number + shifted - 1;
    if (index >= 0 && index < scope.positional)
        return { kind: 'parameter', unit: scope.unit, index };
    const key = index < 0 ? unknown : { kind: 'constant', value: index - scope.positional };
    return hasRest(scope) ? { kind: 'item', of: expansions_restOf(scope), key } : unknown;
}
/** How many arguments have been shifted away; `null` where that is not known. */
function shiftOf(scope) {
    const value = lookUp(scope.builder, kept.shifted);
    return value.kind === 'constant' && typeof value.value === 'number' ? value.value : null;
}
function hasRest(scope) {
    return scope.parameters[scope.positional]?.kind === 'rest';
}
function expansions_restOf(scope) {
    return { kind: 'parameter', unit: scope.unit, index: scope.positional };
}
/** `"$@"`: the positional parameters that have a number in this unit, and the rest. */
function allArguments(scope, span) {
    const shifted = shiftOf(scope);
    const numbered = Array.from({ length: Math.max(0, scope.positional - (shifted ?? 0)) }, (_, i) => i + (shifted ?? 0));
    const words = numbered.map((index) => ({
        value: { kind: 'parameter', unit: scope.unit, index },
        splat: shifted === null,
        span,
    }));
    return [...words, { value: hasRest(scope) ? expansions_restOf(scope) : unknown, splat: true, span }];
}
/** `"${array[@]}"`: its elements where they are known. */
function elementsOf(scope, name, span) {
    const value = readVariable(scope, name);
    if (value.kind !== 'collection' || !mayExpand(scope, value.items.length))
        return [{ value, splat: true, span }];
    return value.items.map(item => isSeveral(item) ? { value: item.of, splat: true, span } : { value: item, splat: false, span });
}
// How an array keeps what may be several words.
function isSeveral(value) {
    return value.kind === 'item' && value.key === unknown;
}
/** Whether so many words may stand in the place of one. */
function mayExpand({ script }, words) {
    if (words > script.words)
        return false;
    if (words > 1)
        script.words -= words;
    return true;
}
/** `${\u2026}`. */
function readExpansion(scope, node) {
    const variable = node.namedChildren.find(child => child && /^(variable_name|special_variable_name|subscript)$/.test(child.type));
    if (!variable)
        return unknown;
    const operators = node.childrenForFieldName('operator');
    if (operators.some(o => o && o.startIndex < variable.startIndex))
        return unknown;
    const value = variable.type === 'subscript' ? expansions_readElement(scope, variable) : readVariable(scope, variable.text);
    const operator = operators[0];
    if (!operator)
        return value;
    const operand = node.namedChildren.find(child => child && child.startIndex >= operator.endIndex) ?? null;
    return expand(scope, node, { name: variable.text, value, operator: operator.text, operand });
}
function expand(scope, node, expansion) {
    const { name, value, operator, operand } = expansion;
    switch (operator) {
        case '-':
        case ':-':
            return orElse(value, operator, () => readWord(scope, operand));
        case '=':
        case ':=': {
            const either = orElse(value, operator, () => readWord(scope, operand));
            if (/^[A-Za-z_]\w*$/.test(name))
                scope_assign(scope, name, either);
            return either;
        }
        case '+':
        case ':+':
            return mixOf([readWord(scope, operand), textOf(scope.script, '')]);
        case '?':
        case ':?':
            insist(scope, value, scope_spanOf(scope, node));
            return value;
        case ',':
        case ',,':
        case '^':
        case '^^':
            return changeCase(scope, value, operator);
        default:
            return unknown;
    }
}
function orElse(value, operator, fallback) {
    if (value.kind === 'constant')
        return value.value === '' && operator.startsWith(':') ? fallback() : value;
    return mixOf([value, fallback()]);
}
// `${X:?message}` ends the shell where X is empty, whatever `-e` says.
function insist(scope, value, span) {
    if (value.kind === 'constant' && value.value !== '')
        return;
    const empty = textOf(scope.script, '');
    const given = { kind: 'operation', operator: '!=', operands: [value, empty], span };
    decide(scope, scope.ends.failure, span, (yes, no) => ask(scope, given, span, yes, no));
}
// Words mean the same in either case wherever a value is judged, so one that is not known stays what it is.
function changeCase(scope, value, operator) {
    if (value.kind !== 'constant' || operator.length < 2)
        return value;
    const text = String(value.value);
    return textOf(scope.script, operator === ',,' ? text.toLowerCase() : text.toUpperCase());
}
function expansions_readElement(scope, node) {
    const name = node.childForFieldName('name')?.text ?? '';
    const index = node.childForFieldName('index');
    if (name === 'BASH_SOURCE')
        return ownPath(scope.script);
    const of = readVariable(scope, name);
    if (!index || /^[@*]$/.test(index.text))
        return unknown;
    const key = readWord(scope, index);
    const at = key.kind === 'constant' ? Number(key.value) : Number.NaN;
    if (of.kind === 'collection' && Number.isInteger(at))
        return of.items.at(at) ?? textOf(scope.script, '');
    return { kind: 'item', of, key: Number.isInteger(at) ? { kind: 'constant', value: at } : key };
}

;// CONCATENATED MODULE: ./src/frontends/shell/declarations.ts









/** `x=1`, `x=1 y=2`. A substitution's failure is that of the assignment. */
function runAssignments(scope, node, failure) {
    const parts = node.type === 'variable_assignment' ? [node] : node.namedChildren;
    for (const part of parts)
        if (part?.type === 'variable_assignment')
            assignNode(scope, part, failure);
}
/** One assignment. */
function assignNode(scope, node, failure) {
    const value = node.childForFieldName('value');
    const only = value?.type === 'string' &&
        value.namedChildCount === 1 &&
        value.text.length === (value.namedChild(0)?.text.length ?? 0) + 2;
    const inner = only ? value.namedChild(0) : value;
    if (inner?.type !== 'command_substitution')
        return bindTo(scope, node, readWord(scope, value));
    const target = targetOf(scope, failure);
    const failed = typeof target === 'object' ? landing(1) : target;
    const printed = readSubstitution(scope, inner, failed);
    bindTo(scope, node, printed);
    const after = scope.builder.at;
    if (typeof failed !== 'object' || !arrive(scope, failed))
        return;
    bindTo(scope, node, printed);
    failTo(scope, target, scope_spanOf(scope, node));
    scope.builder.at = after;
}
function bindTo(scope, node, value) {
    const name = assignedName(node);
    const adds = node.children.some(child => child?.type === '+=');
    const target = node.childForFieldName('name');
    if (target?.type === 'subscript')
        return assignElement(scope, node, target, value);
    scope_assign(scope, name, adds ? added(scope, readVariable(scope, name), value) : value);
}
const mostElements = 1000;
function added(scope, before, value) {
    if (value.kind === 'collection')
        return before.kind === 'collection' && before.items.length < mostElements
            ? { ...value, items: [...before.items, ...value.items] }
            : unknown;
    return literals_joinText(scope.script, [before, value]);
}
function assignElement(scope, node, target, value) {
    const name = assignedName(node);
    const key = readWord(scope, target.childForFieldName('index'));
    addFact(scope.builder, {
        kind: 'store',
        of: readVariable(scope, name),
        name: key,
        value,
        span: scope_spanOf(scope, node),
    });
}
/** `export`, `local`, `declare`, `readonly`, `unset`: what they are given ends well, however a substitution in it ended. */
function runDeclaration(scope, node) {
    const removes = node.type === 'unset_command';
    const declares = /^(local|declare|typeset)$/.test(node.firstChild?.type ?? '');
    for (const child of node.namedChildren) {
        if (child?.type === 'variable_assignment')
            bindTo(scope, child, readWord(scope, child.childForFieldName('value')));
        else if (child?.type === 'variable_name' && (removes || declares))
            scope_assign(scope, child.text, removes || isUnset(scope, child.text) ? textOf(scope.script, '') : readVariable(scope, child.text));
    }
}
function isUnset(scope, name) {
    return scope.kind === 'function' && scope.locals.has(name) && !scope.bound.has(name);
}
/** The same, where the parser took the line for a command. */
function declareWords(scope, words) {
    for (const { value } of words) {
        const parts = value.kind === 'text' ? value.parts : [value];
        const [first, ...rest] = parts;
        const [, name, begin = ''] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(first?.kind === 'constant' ? String(first.value) : '') ?? [];
        if (name !== undefined)
            scope_assign(scope, name, literals_joinText(scope.script, [textOf(scope.script, begin), ...rest]));
    }
}
/** Names without a value of their own: what a program fills in. */
function fill(scope, names, value) {
    for (const name of names)
        scope_assign(scope, name, value);
}

;// CONCATENATED MODULE: ./src/frontends/shell/builtins.ts













/** Commands of the shell itself that change where control goes or what names stand for. */
const builtins = new Map([
    ['cd', (scope, command) => changeFolder(scope, command)],
    ['pushd', (scope, command) => changeFolder(scope, command)],
    ['popd', (scope, command) => changeFolder(scope, command)],
    ['set', runSet],
    ['shift', runShift],
    ['exit', (scope, command) => runEnd(scope, command, true)],
    ['return', (scope, command) => runEnd(scope, command, false)],
    ['break', (scope, command) => jump(scope, command, 'after')],
    ['continue', (scope, command) => jump(scope, command, 'again')],
    ['exec', (scope, command) => runInstead(scope, without(command, 1))],
    ['eval', runEval],
    ['source', runSource],
    ['.', runSource],
    ['trap', runTrap],
    ['read', runRead],
    ['mapfile', runFill],
    ['readarray', runFill],
    ['getopts', runFill],
    ['printf', runPrintf],
    ['true', nothing],
    [':', nothing],
    ['shopt', nothing],
    ['umask', nothing],
    ['let', nothing],
    [
        'false',
        (scope, command, failure) => failTo(scope, targetOf(scope, failure), scope_spanOf(scope, command.node)),
    ],
    ['test', runTestWords],
    ...['export', 'readonly', 'local', 'declare', 'typeset'].map((name) => [
        name,
        (scope, command) => declareWords(scope, command.words.slice(1)),
    ]),
]);
// What does nothing but print never fails where anyone looks.
const harmless = new Set([
    'echo',
    'printf',
    'pwd',
    'dirname',
    'basename',
    'sleep',
    'hash',
    'alias',
    'unalias',
    'jobs',
    'clear',
]);
/** Whether a command cannot fail in practice. */
function builtins_isHarmless(name) {
    return harmless.has(name);
}
function nothing() { }
function textsOf(command) {
    return command.words.slice(1).map(word => commands_nameOf(word.value) ?? '');
}
// A folder that is not there would end the script or not; either way nothing runs in another one.
function changeFolder(scope, command) {
    const name = commands_nameOf(command.words[0]?.value ?? unknown);
    const [target] = command.words.slice(1).filter(word => !/^(-[LPe@]+|--)$/.test(commands_nameOf(word.value) ?? ''));
    const from = directoryOf(scope);
    if (name === 'popd')
        return enter(scope, scope.folders.pop() ?? null);
    if (name === 'pushd')
        scope.folders.push(from);
    const to = target ? (commands_nameOf(target.value) ?? pathFromVariable(scope.script, target.value)) : null;
    enter(scope, to === null ? null : enterFolder(from, to));
}
function runSet(scope, command) {
    const words = textsOf(command);
    scope.mode = setMode(scope.mode, words);
    const others = words.filter((word, i) => !/^[-+]/.test(word) && !/^[-+]\w*o$/.test(words[i - 1] ?? ''));
    if (words.includes('--') || others.length > 0)
        bind(scope.builder, kept.shifted, unknown);
}
function runShift(scope, command) {
    const by = Number(textsOf(command)[0] ?? '1');
    const before = readShift(scope);
    const known = before !== null && Number.isInteger(by) && by >= 0;
    bind(scope.builder, kept.shifted, known ? { kind: 'constant', value: before + by } : unknown);
}
function readShift(scope) {
    const value = lookUp(scope.builder, kept.shifted);
    return value.kind === 'constant' && typeof value.value === 'number' ? value.value : null;
}
function runEnd(scope, command, all) {
    const [status] = command.words.slice(1);
    const value = numberOf(status ? status.value : readVariable(scope, '?'));
    endWith(scope, value, all ? scope.ends : scope.returns, scope_spanOf(scope, command.node));
}
function jump(scope, command, to) {
    const levels = Number(textsOf(command)[0] ?? '1');
    const loop = scope.loops.at(-Math.max(1, Number.isInteger(levels) ? levels : 1)) ?? scope.loops[0];
    if (!loop)
        return;
    bind(scope.builder, loop.flag, succeeded);
    goTo(scope.builder, blockOf(scope, loop[to]));
    startDead(scope);
}
// What is evaluated is not known before it runs: it may do anything, and fail.
function runEval(scope, command, failure) {
    const args = command.words.slice(1).map(argumentOf);
    const call = addCommand(scope, unknown, args, placeOf(scope, command));
    print(scope, { kind: 'result', call });
    leadOn(scope, [targetOf(scope, failure)]);
}
function runSource(scope, command, failure) {
    const callee = { kind: 'command', name: 'source', directory: directoryOf(scope) };
    const args = command.words.slice(1).map(argumentOf);
    addCommand(scope, callee, args, placeOf(scope, command));
    leadOn(scope, [targetOf(scope, failure)]);
}
// `trap '\u2026; exit 1' ERR` ends the script as `-e` does; a trap that only reports does not.
function runTrap(scope, command) {
    const [handler = '', ...signals] = textsOf(command).filter(word => word !== '--');
    if (!signals.includes('ERR'))
        return;
    const definition = definitionOf(scope, handler.trim().split(/\s/)[0] ?? '');
    const text = definition ? definition.text : handler;
    scope.mode = { ...scope.mode, trapped: /\bexit\b(?!\s+0\b)/.test(text) };
}
const takesValue = /^-\w*[adinNptu]$/;
function runRead(scope, command, failure) {
    const texts = textsOf(command);
    const names = texts.filter((word, i) => /^[A-Za-z_]\w*$/.test(word) && !takesValue.test(texts[i - 1] ?? ''));
    runProgram(scope, command, failure, result => fill(scope, names.length > 0 ? names : ['REPLY'], result));
}
function runFill(scope, command, failure) {
    const names = textsOf(command).filter(word => /^[A-Za-z_]\w*$/.test(word));
    const rest = scope.parameters[scope.positional]?.kind === 'rest';
    const given = { kind: 'parameter', unit: scope.unit, index: scope.positional };
    const isOptions = commands_nameOf(command.words[0]?.value ?? unknown) === 'getopts';
    runProgram(scope, command, failure, result => fill(scope, names, isOptions ? unknown : result));
    if (isOptions)
        fill(scope, ['OPTARG'], rest ? { kind: 'item', of: given, key: unknown } : unknown);
}
function runPrintf(scope, command, failure) {
    const texts = textsOf(command);
    if (texts[0] !== '-v') {
        runProgram(scope, command, failure);
        return;
    }
    fill(scope, [texts[1] ?? ''], command.words[3]?.value ?? textOf(scope.script, texts[2] ?? ''));
}
function runTestWords(scope, command, failure) {
    const nodes = command.nodes.slice(1);
    decide(scope, failure, scope_spanOf(scope, command.node), (yes, no) => readTestWords(scope, nodes, yes, no));
}

;// CONCATENATED MODULE: ./src/frontends/shell/code.ts


function openCode(language) {
    return { language, text: '', pieces: [], quote: '' };
}
/** Adds text that stands in the file at this offset. */
function push(code, text, at) {
    if (text === '')
        return;
    const last = code.pieces.at(-1);
    const follows = last && last.from + last.length === code.text.length && last.to + last.length === at;
    if (last && follows)
        code.pieces[code.pieces.length - 1] = { ...last, length: last.length + text.length };
    else
        code.pieces.push({ from: code.text.length, to: at, length: text.length });
    code.text += text;
    code.quote = quoteAfter(code.quote, text);
}
/**
 * Adds what the shell puts in place of an expansion. Where that is not known, a shell finds the variable by itself, and
 * Python gets a name outside of its strings and the text as it stands inside of them.
 */
function pushExpansion(scope, code, node) {
    const isVariable = node.type === 'simple_expansion' || node.type === 'expansion';
    const value = isVariable && code.language !== 'shell' ? readWord(scope, node) : null;
    if (value?.kind === 'constant')
        return put(code, String(value.value), node);
    if (code.language === 'shell' || code.quote !== '')
        return put(code, node.text.trimStart(), node);
    put(code, `_${/[A-Za-z]\w*/.exec(node.text)?.[0] ?? ''}`, node);
}
function put(code, text, node) {
    if (text === '')
        return;
    const at = beginOf(node);
    const length = Math.min(text.length, node.endIndex - at);
    code.pieces.push({ from: code.text.length, to: at, length });
    code.text += text;
    code.quote = quoteAfter(code.quote, text);
}
/** The quote of Python that is open behind a text. */
function quoteAfter(before, text) {
    let open = before;
    for (const [token] of text.matchAll(/\\[\s\S]|"""|'''|["'\n]|#[^\n]*/g)) {
        if (token.startsWith('\\'))
            continue;
        if (open === '')
            open = /^["']/.test(token) ? token : '';
        else if (token === open)
            open = '';
        else if (token === '\n' && open.length === 1)
            open = '';
        else if (token.startsWith('#') && token.includes(open))
            open = quoteAfter(open, token.slice(1));
    }
    return open;
}

;// CONCATENATED MODULE: ./src/frontends/shell/embedded.ts






// These run the command that follows, in this shell's place or in an environment of its own.
const runners = /^(sudo|env|timeout|nohup|nice|stdbuf|sshpass|uv|poetry|pipenv|pdm|hatch|rye|conda|mamba|micromamba|xvfb-run)$/;
// These run the command that follows somewhere else.
const elsewhere = /^(docker|docker-compose|podman|podman-compose|nerdctl)$/;
// A command names one interpreter, or two where one is an option of its own.
const mostInterpreters = 8;
/** Whether a program runs the command that follows. */
function isRunner(name) {
    return runners.test(lastStep(name));
}
/** The code that a command hands to an interpreter: `python - <<EOF`, `bash -c '\u2026'`; `null` where it hands over none. */
function embedded_codeOf(scope, command, name) {
    const texts = command.words.map(word => commands_nameOf(word.value));
    const at = isRunner(name) ? texts.findIndex(text => text !== null && languageOf(text) !== null) : 0;
    return codeAt(scope, command, texts, at);
}
/**
 * The words of a command that runs code in a container: those in front of the interpreter, the code, and the words that it
 * gets. `null` where it is no such command.
 */
function wordsWithCode(scope, command, name) {
    if (!elsewhere.test(lastStep(name)))
        return null;
    const texts = command.words.map(word => commands_nameOf(word.value));
    const named = texts.flatMap((text, at) => at > 0 && text !== null && languageOf(text.replace(/^--entrypoint=/, '')) !== null ? [{ at, text }] : []);
    for (const { at, text } of named.slice(0, mostInterpreters)) {
        const isOption = text.startsWith('-') || texts[at - 1] === '--entrypoint';
        // Behind that option stand others, the image, and only then what its program gets.
        const flag = isOption ? texts.findIndex((word, i) => i > at && /^-\w*c$/.test(word ?? '')) : at + 1;
        const code = flag < 0 ? null : codeAt(scope, command, texts, at, flag);
        if (code)
            return withUnit(command.words, isOption ? flag : at, code);
    }
    return null;
}
function withUnit(words, at, { unit, words: given }) {
    const before = words.slice(0, at);
    return before.concat(words.slice(at, at + 1).map(word => ({ ...word, value: { kind: 'function', unit } })), given);
}
/** The code that follows an interpreter among the words of a command, or is its standard input. */
function codeAt(scope, command, texts, at, from = at + 1) {
    const language = languageOf(texts[at]?.replace(/^--entrypoint=/, '') ?? '');
    if (at < 0 || language === null)
        return null;
    const given = readOptions(texts, from, language);
    if (given.script)
        return null;
    const shell = language === 'shell' ? flagsMode(given.flags) : neither;
    if (given.code !== null)
        return codeInWord(scope, command, given.code, language, shell);
    const document = command.redirects?.document;
    if (document)
        return codeInDocument(scope, document, command.words.slice(given.next), language, shell);
    return fromString(scope, command, given.next, language, shell);
}
const neither = { errexit: false, pipefail: false };
function languageOf(name) {
    const program = lastStep(name);
    if (/^(python|pypy)[\d.]*$/.test(program))
        return 'python';
    return /^(ba|da|z|k)?sh$/.test(program) ? 'shell' : null;
}
function readOptions(texts, from, language) {
    const flags = [];
    for (let at = from; at < texts.length; at += 1) {
        const text = texts[at];
        if (text === '-')
            return { flags, code: null, next: at + 1, script: false };
        if (typeof text !== 'string' || !/^[-+]/.test(text))
            return { flags, code: null, next: at, script: !flags.includes('-s') };
        flags.push(text);
        if (language === 'python' && text === '-m')
            return { flags, code: null, next: at, script: true };
        if (/^-\w*c$/.test(text))
            return { flags, code: at + 1, next: at + 2, script: false };
        const takesNext = language === 'python' ? /^-[WX]$/ : /^[-+]\w*[oO]$/;
        if (takesNext.test(text)) {
            at += 1;
            flags.push(texts[at] ?? '');
        }
    }
    return { flags, code: null, next: texts.length, script: false };
}
/** A here-document as code, and the words that it gets. */
function codeInDocument(scope, document, words, language = 'shell', shell = neither) {
    const read = (code) => readDocument(scope, code, document);
    return { unit: unitOf(scope, document.body, 'heredoc', language, shell, read), words };
}
/** One word of a command as code, and the words that it gets. */
function codeInWord(scope, command, index, language = 'shell', shell = neither) {
    const word = command.words[index];
    const node = codeNode(command.nodes.find(one => one.startIndex === word?.span.start));
    if (!word || !node || !embedded_isWritten(node))
        return null;
    // A shell takes the word behind its code for its own name.
    const words = command.words.slice(language === 'shell' ? index + 2 : index + 1);
    return { unit: unitOf(scope, node, 'command', language, shell, code => readNode(scope, code, node)), words };
}
function fromString(scope, command, next, language, shell) {
    const here = command.node.namedChildren.find(child => child?.type === 'herestring_redirect');
    const node = here?.namedChildren.at(-1);
    if (!node || !embedded_isWritten(node))
        return null;
    const unit = unitOf(scope, node, 'command', language, shell, code => readNode(scope, code, node));
    return { unit, words: command.words.slice(next) };
}
// `--command="\u2026"`: the code is what follows the option.
function codeNode(node) {
    const [option, code, more] = node?.type === 'concatenation' ? node.namedChildren : [];
    return code && !more && option?.type === 'word' && /^--[\w-]+=$/.test(option.text) ? code : node;
}
function embedded_isWritten(node) {
    if (node.type === 'concatenation')
        return node.namedChildren.every(child => child !== null && embedded_isWritten(child));
    return /^(string|raw_string|ansi_c_string|word)$/.test(node.type);
}
function unitOf(scope, node, kind, language, shell, read) {
    const { script } = scope;
    const known = script.codes.get(node.startIndex);
    if (known !== undefined)
        return known;
    const count = (script.taken.get(kind) ?? 0) + 1;
    script.taken.set(kind, count);
    const path = `${script.file.path}#${kind}-${count}`;
    script.codes.set(node.startIndex, path);
    const code = openCode(language);
    read(code);
    const pieces = code.pieces;
    script.embedded.push({
        file: { path, text: code.text, container: { file: script.file, pieces } },
        language,
        shell,
    });
    return path;
}
function readDocument(scope, code, { body, expands }) {
    const source = scope.script.file.text;
    const indented = body.parent?.children.some(child => child?.type === '<<-');
    if (expands)
        return readExpanding(scope, code, body, body.startIndex, body.endIndex);
    if (!indented)
        return push(code, source.slice(body.startIndex, body.endIndex), body.startIndex);
    for (const match of source.slice(body.startIndex, body.endIndex).matchAll(/^\t*([^\n]*\n?)/gm)) {
        const line = match[1] ?? '';
        push(code, line, body.startIndex + match.index + match[0].length - line.length);
    }
}
function readNode(scope, code, node) {
    const source = scope.script.file.text;
    switch (node.type) {
        case 'concatenation':
            for (const child of node.namedChildren)
                if (child)
                    readNode(scope, code, child);
            return;
        case 'string':
            return readExpanding(scope, code, node, node.startIndex + 1, node.endIndex - 1);
        case 'raw_string':
            return push(code, source.slice(node.startIndex + 1, node.endIndex - 1), node.startIndex + 1);
        case 'ansi_c_string':
            return push(code, decodeAnsi(source.slice(node.startIndex + 2, node.endIndex - 1)), node.startIndex + 2);
        default:
            return pushEscaped(code, source.slice(node.startIndex, node.endIndex), node.startIndex, /\\(\r?\n|[\s\S])/g);
    }
}
const quotedEscape = /\\(\r?\n|["$`\\])/g;
const documentEscape = /\\(\r?\n|[$`\\])/g;
function readExpanding(scope, code, node, start, end) {
    const source = scope.script.file.text;
    const escapes = node.type === 'string' ? quotedEscape : documentEscape;
    let at = start;
    for (const child of node.namedChildren) {
        if (!child || /^(string|heredoc)_content$/.test(child.type))
            continue;
        pushEscaped(code, source.slice(at, beginOf(child)), at, escapes);
        pushExpansion(scope, code, child);
        at = child.endIndex;
    }
    pushEscaped(code, source.slice(at, Math.max(at, end)), at, escapes);
}
function pushEscaped(code, text, start, escapes) {
    let at = 0;
    for (const match of text.matchAll(escapes)) {
        push(code, text.slice(at, match.index), start + at);
        const escaped = match[1] ?? '';
        if (!escaped.endsWith('\n'))
            push(code, escaped, start + match.index + 1);
        at = match.index + match[0].length;
    }
    push(code, text.slice(at), start + at);
}

;// CONCATENATED MODULE: ./src/frontends/shell/awk.ts


/** The condition on which `awk` ends with status 0; `null` where its program says more than that. */
function readAwkStatus(scope, command) {
    const program = programOf(scope, command);
    const body = program ? awk_bodyOf(program) : '';
    if (!program || !/\bexit\b/.test(body))
        return null;
    return readEnd(program, body, 'exit');
}
/** What `awk` prints where that is the outcome of a comparison. */
function readAwkText(scope, command) {
    const program = programOf(scope, command);
    const body = program ? awk_bodyOf(program) : '';
    if (!program || !/\bprint\b/.test(body))
        return null;
    return readEnd(program, body, 'print');
}
function programOf(scope, command) {
    const variables = new Map();
    const words = command.words.slice(1);
    let at = 0;
    for (; at < words.length; at += 1) {
        const value = words[at]?.value;
        const parts = value?.kind === 'text' ? value.parts : value ? [value] : [];
        const text = parts[0]?.kind === 'constant' ? String(parts[0].value) : '';
        if (!text.startsWith('-'))
            break;
        if (/^-[vF]$/.test(text))
            at += 1;
        if (text === '-v')
            awk_define(variables, words[at]?.value);
        else if (text.startsWith('-v'))
            awk_define(variables, value, 2);
    }
    const program = words[at];
    if (!program || program.splat)
        return null;
    const parts = program.value.kind === 'text' ? program.value.parts : [program.value];
    const values = parts.filter(part => part.kind !== 'constant');
    const text = parts
        .map(part => (part.kind === 'constant' ? String(part.value) : ` \ue000${values.indexOf(part)} `))
        .join('');
    return { text, values, variables, fields: fieldsOf(scope), span: inside(program.span) };
}
function awk_define(variables, value, skip = 0) {
    if (!value)
        return;
    const parts = value.kind === 'text' ? value.parts : [value];
    const first = parts[0]?.kind === 'constant' ? String(parts[0].value).slice(skip) : '';
    const [, name, begin = ''] = /^(\w+)=(.*)$/.exec(first) ?? [];
    if (name === undefined)
        return;
    const [only, second] = parts.slice(1);
    if (only && !second && begin === '')
        variables.set(name, only);
    else if (!only)
        variables.set(name, constant(begin));
}
function fieldsOf({ input }) {
    if (!input)
        return [];
    const parts = input.value.kind === 'text' ? input.value.parts : [input.value];
    return parts.flatMap((part) => part.kind === 'constant'
        ? String(part.value)
            .split(/\s+/)
            .filter(word => word !== '')
            .map(word => constant(word))
        : [part]);
}
function inside(span) {
    const quote = span.file.text[span.start];
    return quote === '"' || quote === "'" ? { ...span, start: span.start + 1, end: span.end - 1 } : span;
}
function awk_bodyOf({ text }) {
    return (/^\s*(?:BEGIN\s*)?\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}\s*$/.exec(text)?.[1] ?? '').trim();
}
// The condition on which `exit` gives 0, or `print` gives 1.
function readEnd(program, body, verb) {
    const good = verb === 'exit' ? '0' : '1';
    const end = new RegExp(`^${verb}\\b\\s*(.*?);?$`).exec(body)?.[1];
    if (end !== undefined) {
        const [, question, yes] = /^(.*?)\?\s*"?(\w+)"?\s*:\s*"?\w+"?\s*\)*$/.exec(end) ?? [];
        if (question !== undefined)
            return readQuestion(program, question, yes === good);
        return readQuestion(program, end, verb === 'print');
    }
    const [, question = '', said] = new RegExp(`^if\\s*\\((.*)\\)\\s*(?:\\{\\s*)?${verb}\\s*\\(?"?(\\w+)"?`).exec(body) ?? [];
    return said === undefined
        ? null
        : readQuestion(program, question.replace(/\)\s*(?:\{\s*)?(exit|print)\b[\s\S]*$/, ''), said === good);
}
function readQuestion(program, text, holds) {
    const bare = strip(text);
    if (bare.startsWith('!') && !bare.startsWith('!='))
        return readQuestion(program, bare.slice(1), !holds);
    const [, before = '', symbol, after = ''] = /^([^<>=!&|]+)(<=|>=|==|!=|<|>)([^<>=!&|]+)$/.exec(bare) ?? [];
    if (symbol === undefined)
        return null;
    const [left, right] = [operand(program, before), operand(program, after)];
    if (!left || !right)
        return null;
    const value = compareNumbers(symbol, left, right, program.span);
    return holds ? value : not(value, program.span);
}
// Brackets around all of it.
function strip(text) {
    let bare = text.trim();
    while (/^\(.*\)$/.test(bare) && isOnePair(bare))
        bare = bare.slice(1, -1).trim();
    return bare;
}
function isOnePair(text) {
    let depth = 0;
    for (const [i, c] of [...text].entries()) {
        if (c === '(')
            depth += 1;
        if (c === ')')
            depth -= 1;
        if (depth === 0 && i < text.length - 1)
            return false;
    }
    return depth === 0;
}
function operand(program, text) {
    const bare = strip(text.replace(/["']/g, '')).replace(/(?<!\s)\s*[+*]\s*[01](\.0*)?$/, '');
    if (/^-?[\d.]+$/.test(bare))
        return constant(Number(bare));
    const marks = [...bare.matchAll(/\ue000(\d+)|\$(\d+)|([A-Za-z_]\w*)/g)];
    const [only] = marks;
    const [, mark, field, name] = only ?? [];
    if (mark !== undefined)
        return program.values[Number(mark)] ?? null;
    if (field !== undefined)
        return program.fields[Number(field) - 1] ?? null;
    return name === undefined ? null : (program.variables.get(name) ?? null);
}

;// CONCATENATED MODULE: ./src/frontends/shell/printed.ts







// What comes out of these is what went in, cut or spelt in another way.
const filters = new Set([
    'tr',
    'head',
    'tail',
    'sed',
    'cut',
    'sort',
    'uniq',
    'xargs',
    'tee',
    'cat',
    'awk',
    'column',
]);
/** What a program prints, as far as its words tell; its result where they do not. */
function printedBy(scope, command, name, call) {
    const result = { kind: 'result', call };
    const words = command.words.slice(1);
    const texts = words.map(word => (word.splat ? null : commands_nameOf(word.value)));
    switch (name) {
        case 'echo':
            return echoed(scope, words, texts);
        case 'printf':
            return printed(scope, words) ?? result;
        case 'dirname':
        case 'basename':
        case 'realpath':
        case 'readlink':
            return ofPath(scope, name, texts) ?? result;
        case 'pwd':
            return directoryOf(scope)?.startsWith('/') ? textOf(scope.script, directoryOf(scope) ?? '') : result;
        case 'git':
            return texts.join(' ') === 'rev-parse --show-toplevel' ? textOf(scope.script, '/') : result;
        case 'jq':
        case 'yq':
            return selected(texts, result);
        case 'bc':
            return (scope.input ? readPlainComparison(scope.input.value, scope.input.span) : null) ?? result;
        case 'awk':
        case 'gawk':
        case 'mawk':
            return readAwkText(scope, command) ?? passedOn(scope, texts, result);
        default:
            return filters.has(name) ? passedOn(scope, texts, result) : result;
    }
}
/** What a program's status says, where its words say so: `awk "BEGIN { exit !($a > $b) }"`. */
function statusOf(scope, command, name) {
    return /^[gm]?awk$/.test(name) ? readAwkStatus(scope, command) : null;
}
function echoed(scope, words, texts) {
    const said = words.filter((_, i) => !/^-[neE]+$/.test(texts[i] ?? ''));
    const blank = textOf(scope.script, ' ');
    return literals_joinText(scope.script, said.flatMap(({ value }, i) => (i === 0 ? [value] : [blank, value])));
}
function printed(scope, words) {
    const [format, ...rest] = words.map(word => word.value);
    if (format?.kind !== 'constant')
        return null;
    const parts = String(format.value)
        .replace(/\\n/g, '')
        .split(/(%[-+ 0-9.]*[sdifgq])/);
    const none = textOf(scope.script, '');
    return literals_joinText(scope.script, parts.map((part, i) => (i % 2 === 1 ? (rest[(i - 1) / 2] ?? none) : textOf(scope.script, part))));
}
function ofPath(scope, name, texts) {
    const [path, second] = texts.filter(text => text === null || !text.startsWith('-'));
    if (typeof path !== 'string' || (second !== undefined && name !== 'basename'))
        return null;
    if (name === 'dirname')
        return textOf(scope.script, folderOf(path));
    if (name === 'basename')
        return textOf(scope.script, lastStep(path).replace(second ?? '', ''));
    return path.startsWith('/') ? textOf(scope.script, path) : null;
}
// `jq -r '.metrics.f1'` gives a field of what it reads.
function selected(texts, result) {
    const path = texts.find(text => text?.startsWith('.')) ?? '';
    if (!/^(\.[A-Za-z_]\w*|\.?\["[^"\]]+"\]|\.?\[\d+\])+$/.test(path))
        return result;
    let value = result;
    for (const [, name, quoted, index] of path.matchAll(/\.?([A-Za-z_]\w*)|\["([^"\]]+)"\]|\[(\d+)\]/g)) {
        const field = name ?? quoted;
        value =
            field === undefined
                ? { kind: 'item', of: value, key: constant(Number(index)) }
                : { kind: 'field', of: value, name: field };
    }
    return value;
}
function passedOn(scope, texts, result) {
    const { input } = scope;
    if (!input || input.value.kind === 'constant')
        return result;
    const readsFile = texts.some(text => text !== null && /^[^-'"\s{}$]+\.\w+$/.test(text));
    return readsFile ? result : input.value;
}

;// CONCATENATED MODULE: ./src/frontends/shell/remote.ts



// Options of `ssh` that take a value, as the last letter of several: https://man.openbsd.org/ssh
const valued = /^-[A-Za-z0-9]*[BbcDEeFIiJLlmOoPpQRSWw]$/;
// `bash -s` reads what it is given.
const reading = /^(?:ba|da|z|k)?sh(?:\s+-s)?$/;
/** The code that a command hands to a shell of another machine: `ssh host 'cd app && \u2026'`; `null` where it hands over none. */
function codeElsewhere(scope, command, name) {
    const program = lastStep(name);
    if (program !== 'ssh' && program !== 'gcloud' && !isRunner(name))
        return null;
    const texts = command.words.map(word => commands_nameOf(word.value));
    const ssh = texts.findIndex(text => text !== null && lastStep(text) === 'ssh');
    if (ssh < 0)
        return null;
    if (program !== 'gcloud')
        return behindHost(scope, command, texts, ssh + 1);
    return texts[ssh - 1] === 'compute' ? inOption(scope, command, texts) : null;
}
// The command follows the host, and what is read from the standard input stands in where there is none.
function behindHost(scope, command, texts, from) {
    const host = hostOf(command, texts, from);
    const at = afterOptions(texts, host + 1);
    const only = texts.length === at + 1;
    const document = command.redirects?.document;
    if (host < texts.length && at >= texts.length)
        return document ? codeInDocument(scope, document, command.words.slice(at)) : null;
    if (!only)
        return codeAt(scope, command, texts, at);
    const text = texts[at] ?? null;
    if (document && text !== null && reading.test(text))
        return codeInDocument(scope, document, []);
    // One word is a program, which is run as it is.
    return text === null || /\s/.test(text) ? codeInWord(scope, command, at) : codeAt(scope, command, texts, at);
}
// Words that a variable brings along may be options: of two words the one with an `@` names the host.
function hostOf(command, texts, from) {
    const first = afterOptions(texts, from);
    const next = afterOptions(texts, first + 1);
    const isHost = (at) => {
        const start = command.words[at]?.span.start;
        return command.nodes.some(node => node.startIndex === start && /^\S*@\S*$/.test(node.text));
    };
    return texts[first] === null && !isHost(first) && isHost(next) ? next : first;
}
function afterOptions(texts, from) {
    let at = from;
    while (texts[at]?.startsWith('-'))
        at += valued.test(texts[at] ?? '') ? 2 : 1;
    return at;
}
// `--command "\u2026"`, `--command="\u2026"`
function inOption(scope, command, texts) {
    const option = texts.indexOf('--command');
    const joined = command.words.findIndex(({ span }) => command.nodes.some(node => node.startIndex === span.start && node.text.startsWith('--command=')));
    const at = option < 0 ? joined : option + 1;
    const code = at < 0 ? null : codeInWord(scope, command, at);
    return code && { ...code, words: [] };
}

;// CONCATENATED MODULE: ./src/frontends/shell/commands.ts













/** Runs a simple command. */
function runCommand(scope, node, failure, redirects) {
    const name = node.childForFieldName('name');
    const before = node.namedChildren.filter(child => child?.type === 'variable_assignment');
    const apart = standsApart(scope, before.at(-1) ?? null, name);
    const environment = apart ? [] : before.flatMap(a => (a ? [environmentOf(scope, a)] : []));
    if (apart)
        for (const assignment of before)
            if (assignment)
                assignNode(scope, assignment, failure);
    const input = inputString(scope, node);
    const nodes = [name, ...node.childrenForFieldName('argument'), ...(redirects?.words ?? [])].filter(child => child !== null);
    const words = expandWords(scope, nodes);
    const outer = scope.input;
    if (input)
        scope.input = input;
    runSimple(scope, { node, nodes, words, environment, redirects }, failure);
    scope.input = outer;
}
// After several assignments on a line the parser overlooks the end of the line.
function standsApart(scope, last, name) {
    if (!last || !name)
        return false;
    return /(^|[^\\])\r?\n/.test(scope.script.file.text.slice(last.endIndex, name.startIndex));
}
function environmentOf(scope, assignment) {
    const name = assignment.childForFieldName('name')?.text ?? '';
    return {
        name,
        value: readWord(scope, assignment.childForFieldName('value')),
        span: scope_spanOf(scope, assignment),
    };
}
function inputString(scope, node) {
    const here = node.namedChildren.findLast(child => child?.type === 'herestring_redirect');
    const word = here?.namedChildren.at(-1) ?? null;
    return word ? { value: readWord(scope, word), span: commands_inside(scope, word) } : null;
}
function commands_inside(scope, word) {
    const quoted = /^(string|raw_string)$/.test(word.type) ? 1 : 0;
    return { file: scope.script.file, start: word.startIndex + quoted, end: word.endIndex - quoted };
}
const transparent = new Set(['time', 'command', 'builtin', 'nocorrect', 'noglob']);
/** Runs a command whose words are known. */
function runSimple(scope, given, failure) {
    const command = withoutPrefixes(given);
    const [first] = command.words;
    if (!first)
        return;
    const name = commands_nameOf(first.value);
    if (name === null)
        noteHandedOn(scope, command);
    const flag = command.words.length === 1 ? flagOf(scope, first) : null;
    if (flag)
        return demand(scope, flag, first.span, failure);
    const definition = name === null ? null : definitionOf(scope, name);
    if (definition)
        return callFunction(scope, definition, command, failure);
    const builtin = name === null ? undefined : builtins.get(name);
    if (builtin)
        return builtin(scope, command, failure);
    runProgram(scope, command, failure);
}
// `"$@"` as a command.
function noteHandedOn(scope, command) {
    const text = command.nodes[0]?.text.replace(/^"|"$/g, '') ?? '';
    const [, from] = /^\$(?:@|\{@(?::(\d+))?\})$/.exec(text) ?? [text];
    if (!/^\$(@|\{@)/.test(text))
        return;
    scope.variant.handsOn = (from === undefined ? 0 : Number(from) - 1) + (shiftOf(scope) ?? 0);
}
// `if $DRY_RUN; then`, where the variable is `true` or `false`.
function flagOf(scope, { value, span }) {
    if (value.kind !== 'mix')
        return null;
    const said = value.of.filter(way => way.kind === 'constant');
    if (said.length === 0 || said.some(way => way.value !== 'true' && way.value !== 'false'))
        return null;
    return compare('==', value, textOf(scope.script, 'true'), span);
}
// `time` and the like look at nothing; `command -v` is a command of its own.
function withoutPrefixes(command) {
    const names = command.words.map(word => commands_nameOf(word.value) ?? '');
    const begins = names.findIndex((name, i) => !transparent.has(name) || (names[i + 1] ?? '-').startsWith('-'));
    return begins <= 0 ? command : without(command, begins);
}
/** The same command without its first words. */
function without(command, count) {
    const words = command.words.slice(count);
    const start = words[0]?.span.start ?? command.node.endIndex;
    return { ...command, words, nodes: command.nodes.filter(node => node.startIndex >= start) };
}
/** Runs a program, or code that the command itself brings along; `use` gets what it gives back, however it ends. */
function runProgram(scope, command, failure, use = () => undefined) {
    const [first] = command.words;
    if (!first)
        return;
    const name = commands_nameOf(first.value);
    const code = name === null ? null : (embedded_codeOf(scope, command, name) ?? codeElsewhere(scope, command, name));
    const callee = code ? { kind: 'function', unit: code.unit } : calleeOf(scope, first.value);
    const words = code?.words ?? (wordsWithCode(scope, command, name ?? '') ?? command.words).slice(1);
    const args = [...command.environment, ...words.map(argumentOf)];
    const status = name === null ? null : statusOf(scope, command, name);
    const call = addCommand(scope, callee, args, { ...placeOf(scope, command), ...streamsOf(scope, command) });
    use({ kind: 'result', call });
    if (!command.redirects?.silent)
        print(scope, printedBy(scope, command, name ?? '', call));
    // A calculator whose status is the answer fails by saying no.
    const safe = status !== null || (name !== null && builtins_isHarmless(name));
    leadOn(scope, safe ? [] : [targetOf(scope, failure)]);
    if (status)
        demand(scope, status, call.span, failure);
}
function streamsOf(scope, { redirects }) {
    const input = scope.input ? { input: scope.input.value } : {};
    return redirects?.output ? { ...input, output: redirects.output } : input;
}
function argumentOf({ value, splat, span }) {
    return splat ? { name: null, value, splat, span } : { name: null, value, span };
}
/** The place of a command and of its first word. */
function placeOf(scope, command) {
    const end = command.redirects?.words.at(-1)?.endIndex ?? command.node.endIndex;
    const span = { ...scope_spanOf(scope, command.node), end: Math.max(command.node.endIndex, end) };
    return { span, name: command.words[0]?.span ?? span };
}
function calleeOf(scope, value) {
    const name = commands_nameOf(value) ??
        programIn(scope, value) ??
        (value.kind === 'text' ? pathFromVariable(scope.script, value) : null);
    if (name !== null)
        return { kind: 'command', name, directory: directoryOf(scope) };
    // `"$(venv)/bin/python"`: the folder is not known, and the program is.
    const last = value.kind === 'text' ? value.parts.at(-1) : undefined;
    const step = last?.kind === 'constant' && String(last.value).includes('/') ? lastStep(String(last.value)) : '';
    return step === '' ? { kind: 'unknown' } : { kind: 'command', name: step, directory: directoryOf(scope) };
}
const programs = /^(python|py|pip|uvx?|poetry|pipenv|conda|docker|podman|kubectl|helm|aws|az|gcloud|gsutil|mlflow|dvc|databricks|make|bash|terraform)\d*(?:_(?:bin|cmd|exe))?$/;
// `$PYTHON promote.py`: a variable that is called like a program holds its path.
function programIn({ script }, value) {
    const parameter = value.kind === 'parameter' && value.unit === script.file.path ? script.parameters[value.index] : null;
    const [, program] = (parameter?.kind === 'environment' && programs.exec(parameter.name.toLowerCase())) || [];
    return program === undefined ? null : program === 'py' ? 'python' : program;
}
/** The one name that a word stands for; a fallback counts where the environment may give another one. */
function commands_nameOf(value) {
    if (value.kind === 'constant')
        return String(value.value);
    if (value.kind !== 'mix')
        return null;
    const [only, second] = value.of.filter(way => way.kind !== 'parameter');
    return only?.kind === 'constant' && !second ? String(only.value) : null;
}
/** Ends the shell, as `exec` does once its program has ended. */
function runInstead(scope, command) {
    if (command.words.length === 0)
        return;
    scope_oneDeeper(scope.script, command.node, undefined, () => runSimple(scope, command, scope.ends.failure));
    succeed(scope, scope.ends, scope_spanOf(scope, command.node));
}

;// CONCATENATED MODULE: ./src/frontends/shell/functions.ts







/** A scope at the beginning of its unit. */
function functions_openScope(script, start) {
    const { kind, unit, label, mode, lenient, locals } = start;
    const { count, rest } = positionalsOf(start.node, start.others);
    const parameters = kind === 'module' ? script.parameters : [];
    for (let i = 1; i <= count; i += 1)
        parameters.push({ name: String(i), kind: 'positional', default: null, type: null });
    if (rest)
        parameters.push({ name: '@', kind: 'rest', default: null, type: null });
    const builder = openBuilder(name => scope_freeName(script, kind, name), script.effort);
    const failure = 'exits';
    const scope = {
        script,
        kind,
        unit,
        label,
        builder,
        locals,
        bound: kind === 'module' ? script.bound : new Map(),
        parameters,
        positional: count,
        variant: openVariant(unit, mode),
        mode,
        lenient,
        ends: { success: 'unit', failure },
        returns: { success: 'unit', failure: kind === 'module' ? failure : 'returns' },
        loops: [],
        capturing: kind === 'function',
        input: null,
        folders: [],
    };
    bind(builder, kept.status, succeeded);
    bind(builder, kept.shifted, { kind: 'constant', value: 0 });
    bind(builder, kept.printed, textOf(script, ''));
    enter(scope, start.directory);
    return scope;
}
function openVariant(unit, mode) {
    const unknownYet = { returnsFailing: false, exits: false, open: false, handsOn: null };
    return { unit, starts: mode, ends: mode, directory: '', ...unknownYet, binds: new Set() };
}
/** The finished unit. */
function functions_closeScope(scope, node) {
    const { script, variant, builder } = scope;
    variant.ends = scope.mode;
    variant.directory = directoryOf(scope);
    const printed = lookUp(builder, kept.printed);
    const prints = scope.kind === 'function' && !(printed.kind === 'constant' && printed.value === '');
    if (prints && isLive(builder, builder.at))
        addFact(builder, { kind: 'return', value: printed, span: scope_spanOf(scope, node) });
    const blocks = closeBuilder(builder);
    return {
        name: scope.unit,
        label: scope.label,
        kind: scope.kind,
        parent: scope.kind === 'module' ? null : script.file.path,
        file: script.file,
        parameters: scope.parameters,
        blocks,
        owner: null,
        decorators: [],
        returns: null,
        generator: false,
        bound: scope.bound,
        span: scope_spanOf(scope, node),
    };
}
/** From here on the name stands for this definition. */
function defineFunction(scope, node) {
    scope.script.current.set(node.childForFieldName('name')?.text ?? '', node);
}
/** The definition that a command's name stands for; a function may be called above the place of one that follows. */
function definitionOf({ script }, name) {
    return script.current.get(name) ?? script.outline.functions.get(name)?.at(-1) ?? null;
}
// A function that is called from more different folders or modes than this is taken to be started anywhere.
const mostVariants = 300;
/** Reads a function as it is when it is started like this, once. */
function readVariant(scope, definition, looked, from) {
    const { script } = scope;
    const full = script.variants.size >= mostVariants;
    if (full)
        scope_noteLimit(script, definition, tooMany);
    const [lenient, directory] = full ? [true, null] : [looked, from];
    const mode = { ...scope.mode, trapped: scope.mode.trapped && scope.mode.errtrace };
    const flags = [lenient, mode.errexit, mode.pipefail, mode.trapped];
    const key = [definition.startIndex, ...(full ? [] : flags), directory].join(' ');
    const known = script.variants.get(key);
    if (known)
        return known;
    const label = definition.childForFieldName('name')?.text ?? '';
    const unit = functions_freshName(script, definition, label);
    const start = { kind: 'function', unit, label, mode, lenient, directory };
    const inner = functions_openScope(script, { ...start, locals: localsOf(definition), node: definition, others: [] });
    script.variants.set(key, inner.variant);
    readBody(inner, definition);
    return inner.variant;
}
const tooMany = 'Functions are called in so many ways that some were read as called from anywhere.';
function functions_freshName(script, definition, label) {
    script.readAt.add(definition.startIndex);
    const name = `${script.file.path}:${label}`;
    const count = (script.taken.get(name) ?? 0) + 1;
    script.taken.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
}
function readBody(scope, definition) {
    const body = definition.childForFieldName('body');
    scope.variant.open = true;
    if (body)
        run_run(scope, body, 'returns');
    scope.script.units.push(functions_closeScope(scope, definition));
    scope.variant.open = false;
}
/** Calls a function of the script. */
function callFunction(scope, definition, command, failure) {
    const from = directoryOf(scope);
    const variant = readVariant(scope, definition, scope.lenient, from);
    const args = [...command.environment, ...command.words.slice(1).map(argumentOf)];
    const callee = { kind: 'function', unit: variant.unit };
    const call = addCommand(scope, callee, args, placeOf(scope, command));
    for (const name of variant.binds)
        scope_assign(scope, name, { kind: 'variable', unit: scope.script.file.path, name });
    if (variant.ends !== variant.starts)
        scope.mode = { ...scope.mode, ...variant.ends };
    if (!variant.open && variant.directory !== from)
        enter(scope, variant.directory);
    if (!command.redirects?.silent)
        print(scope, { kind: 'result', call });
    leadOn(scope, targetsOf(scope, variant, failure));
    if (variant.handsOn !== null)
        runWrapped(scope, command, variant, failure);
}
// A function that can only fail by ending the script never comes back with a failure.
function targetsOf(scope, variant, failure) {
    const targets = [];
    // One that is being read calls itself, and may do anything.
    if (variant.returnsFailing || variant.open)
        targets.push(targetOf(scope, failure));
    if (variant.exits)
        targets.push(scope.ends.failure);
    return targets;
}
// `run() { echo "+ $*"; "$@"; }` runs what it is given; what it makes of a failure is not followed.
function runWrapped(scope, command, variant, failure) {
    const inner = { ...without(command, 1 + (variant.handsOn ?? 0)), redirects: null };
    const [first] = inner.words;
    if (!first || commands_nameOf(first.value) === null)
        return;
    const ignored = landing(1);
    const swallows = !variant.returnsFailing && !variant.exits;
    const target = swallows ? ignored : variant.returnsFailing ? failure : scope.ends.failure;
    const { lenient } = scope;
    scope.lenient ||= swallows;
    scope_oneDeeper(scope.script, command.node, undefined, () => runSimple(scope, inner, target));
    scope.lenient = lenient;
    meetAt(scope, ignored);
}
/** Reads the functions that nothing in the script calls: whoever sources it may. */
function readUncalled(scope) {
    for (const definition of [...scope.script.outline.functions.values()].flat())
        if (!scope.script.readAt.has(definition.startIndex))
            readVariant(scope, definition, false, '');
}

;// CONCATENATED MODULE: ./src/frontends/shell/plain-values.ts




function openPlain(file, language) {
    const parameters = [];
    const bound = new Map();
    const free = (name) => {
        // Variables of PowerShell are not those of the environment.
        if (language === 'powershell' && !name.startsWith('env:'))
            return unknown;
        parameters.push({ name: name.replace(/^env:/, ''), kind: 'environment', default: null, type: null });
        return { kind: 'parameter', unit: file.path, index: parameters.length - 1 };
    };
    const assign = (builder, name, value) => {
        const plainName = name.replace(/^env:/, '');
        bound.set(plainName, [...(bound.get(plainName) ?? []).slice(-50), value]);
        bind(builder, keyOf(language, name), value);
    };
    return { file, language, parameters, bound, free, assign, directory: '' };
}
function closeParameters({ parameters }) {
    return parameters;
}
// Names have no case in either language.
function keyOf(language, name) {
    if (language === 'cmd')
        return name.toUpperCase();
    const [, scope, rest = ''] = /^(env):(.*)$/i.exec(name) ?? [];
    return scope ? `env:${rest.toUpperCase()}` : name.toLowerCase().replace(/^(script|global|local):/, '');
}
/** What a word stands for. */
function wordValue(plain, builder, word) {
    const parts = [];
    for (const part of word.parts) {
        const value = partValue(plain, builder, part);
        const last = parts.at(-1);
        if (value.kind === 'constant' && last?.kind === 'constant')
            parts[parts.length - 1] = { kind: 'constant', value: `${last.value}${value.value}` };
        else if (!(value.kind === 'constant' && value.value === ''))
            parts.push(value);
    }
    const [only, second] = parts;
    if (only === undefined)
        return { kind: 'constant', value: '' };
    return second === undefined ? only : { kind: 'text', parts };
}
function partValue(plain, builder, part) {
    if (part.kind === 'unknown')
        return unknown;
    if (part.kind === 'text')
        return { kind: 'constant', value: part.text };
    if (isStatus(part.name))
        return lookUp(builder, kept.status);
    if (plain.language === 'powershell' && /^(true|false|null)$/i.test(part.name))
        return { kind: 'constant', value: part.name.toLowerCase() };
    return lookUp(builder, keyOf(plain.language, part.name));
}
/** Whether a variable holds the status of the command before. */
function isStatus(name) {
    return /^(lastexitcode|errorlevel|\?)$/i.test(name);
}
/** Goes to another folder. */
function plain_values_changeFolder(plain, to) {
    const path = to?.kind === 'constant' ? String(to.value).replaceAll('\\', '/') : null;
    plain.directory = path === null || /^[A-Za-z]:/.test(path) ? null : enterFolder(plain.directory, path);
}

;// CONCATENATED MODULE: ./src/frontends/shell/plain-forms.ts




/** Reads the words of a line. */
function formOf(plain, builder, words) {
    return plain.language === 'cmd' ? cmdForm(plain, builder, words) : powershellForm(plain, builder, words);
}
const plain_forms_nothing = (words) => ({ kind: 'nothing', words });
function powershellForm(plain, builder, words) {
    const [first, second, ...rest] = words;
    if (!first)
        return plain_forms_nothing(words);
    const keyword = first.bare.toLowerCase();
    if (/^(if|elseif)$/.test(keyword.replace(/\(.*/s, '')))
        return powershellIf(plain, builder, words);
    if (/^(try|finally|do|else|begin|process|end)$/.test(keyword))
        return { kind: 'always', words, rest: words.slice(1) };
    if (/^(foreach|for|while|until|switch|catch|function|param|trap|filter)\b/.test(keyword))
        return { kind: 'maybe', words, rest: [] };
    if (keyword === 'throw')
        return { kind: 'end', words, status: { kind: 'constant', value: 1 } };
    if (keyword === 'exit')
        return { kind: 'end', words, status: second ? wordValue(plain, builder, second) : 'last' };
    if (/^(return|break|continue)$/.test(keyword))
        return plain_forms_nothing(words);
    if (/^\$/.test(first.bare) && /^\+?=$/.test(second?.bare ?? ''))
        return powershellAssign(plain, builder, first, rest, words);
    if (/^(cd|set-location|sl|push-location|pushd)$/.test(keyword)) {
        plain_values_changeFolder(plain, second ? wordValue(plain, builder, second) : null);
        return plain_forms_nothing(words);
    }
    if (keyword === '&' || keyword === '.')
        return { kind: 'command', words: words.slice(1), assigns: null };
    return isExpression(first) ? plain_forms_nothing(words) : { kind: 'command', words, assigns: null };
}
// A line that begins with a value calculates something, and runs no program.
function isExpression(word) {
    return !/^[A-Za-z_.\\/~*][^=]*$/.test(word.bare);
}
function powershellIf(plain, builder, words) {
    const at = words.findIndex(word => word.inner.length > 0);
    const [group] = words[at]?.inner ?? [];
    const text = group ? plain.file.text.slice(group.start, group.end) : '';
    const condition = powershellStatus(plain, builder, text, words);
    const rest = at < 0 ? [] : words.slice(at + 1);
    return condition ? { kind: 'if', condition, words, rest, reads: [] } : { kind: 'maybe', words, rest };
}
const plain_forms_comparisons = {
    ne: '!=',
    neq: '!=',
    eq: '==',
    equ: '==',
    gt: '>',
    gtr: '>',
    ge: '>=',
    geq: '>=',
    '==': '==',
};
// `$LASTEXITCODE -ne 0`, `$LASTEXITCODE`, `-not $?`.
function powershellStatus(plain, builder, text, words) {
    if (/^\s*(-not\s+|!\s*)\(?\$\?\)?\s*$/.test(text))
        return ofStatus(plain, builder, '!=', words);
    if (/^\s*\$\?\s*$/.test(text))
        return ofStatus(plain, builder, '==', words);
    const [whole, operator, number = '0'] = /^\$lastexitcode(?:\s*-(\w+)\s+(\d+))?$/i.exec(text.trim()) ?? [];
    if (whole === undefined)
        return null;
    return ofStatus(plain, builder, againstZero(operator ?? 'ne', Number(number)), words);
}
// A comparison of a status as one with 0: any other number stands for a failure.
function againstZero(operator, number) {
    const comparison = plain_forms_comparisons[operator.toLowerCase()];
    if (comparison === '==' || comparison === '!=')
        return (comparison === '==') === (number === 0) ? '==' : '!=';
    if (comparison === '>')
        return number === 0 ? '!=' : null;
    return comparison === '>=' && number === 1 ? '!=' : null;
}
function ofStatus(plain, builder, operator, words) {
    const [first] = words;
    if (!operator || !first)
        return null;
    const span = { file: plain.file, start: first.start, end: words.at(-1)?.end ?? first.end };
    return compare(operator, lookUp(builder, kept.status), succeeded, span);
}
function powershellAssign(plain, builder, target, given, words) {
    const name = target.bare.slice(1).replace(/[{}]/g, '');
    const [first, second] = given;
    if (first && !isExpression(first))
        return { kind: 'command', words: given, assigns: name };
    const isKnown = first && !second && first.inner.length === 0;
    const value = isKnown ? wordValue(plain, builder, first) : { kind: 'unknown' };
    return { kind: 'assign', words, name, value };
}
const silent = /^(rem|setlocal|endlocal|title|color|shift|popd|goto|:.*|\(|break|pause)$/;
function cmdForm(plain, builder, given) {
    const begins = given.findIndex(word => !/^(@|@?call|do)$/i.test(word.bare));
    const words = begins < 0 ? [] : given.slice(begins);
    const [first, second, ...rest] = words;
    if (!first)
        return plain_forms_nothing(words);
    const keyword = first.bare.toLowerCase().replace(/^@/, '');
    if (keyword === 'if')
        return cmdIf(plain, builder, words);
    if (keyword === 'else')
        return { kind: 'always', words, rest: words.slice(1) };
    if (keyword === 'for')
        return { kind: 'loop', words, rest: afterDo(words) };
    if (keyword === 'exit') {
        const status = words.find(word => /^(\d+|%\w+%)$/.test(word.bare));
        return { kind: 'end', words, status: status ? wordValue(plain, builder, status) : 'last' };
    }
    if (keyword === 'set')
        return cmdSet(plain, builder, second, words);
    if (keyword === 'cd' || keyword === 'chdir' || keyword === 'pushd') {
        const target = second?.bare.toLowerCase() === '/d' ? rest[0] : second;
        plain_values_changeFolder(plain, target ? wordValue(plain, builder, target) : null);
        return plain_forms_nothing(words);
    }
    return silent.test(keyword) || keyword.startsWith(':')
        ? plain_forms_nothing(words)
        : { kind: 'command', words, assigns: null };
}
function afterDo(words) {
    const at = words.findIndex(word => word.bare.toLowerCase() === 'do');
    return at < 0 ? [] : words.slice(at + 1);
}
function cmdSet(plain, builder, given, words) {
    const value = given ? wordValue(plain, builder, given) : null;
    const parts = value?.kind === 'text' ? value.parts : value ? [value] : [];
    const [, name, begin = ''] = /^(\w+)=(.*)$/s.exec(parts[0]?.kind === 'constant' ? String(parts[0].value) : '') ?? [];
    if (name === undefined)
        return plain_forms_nothing(words);
    const others = parts.slice(1);
    const start = { kind: 'constant', value: begin };
    const all = begin === '' && others.length > 0 ? others : [start, ...others];
    const [only, second] = all;
    // A text with blanks goes on to the end of the line.
    const isWhole = words.length === 2 && only !== undefined;
    return {
        kind: 'assign',
        words,
        name,
        value: !isWhole ? { kind: 'unknown' } : second ? { kind: 'text', parts: all } : only,
    };
}
// `if errorlevel 1`, `if not "%X%"=="1"`, `if exist file`.
function cmdIf(plain, builder, words) {
    const given = words.slice(1).filter(word => word.bare.toLowerCase() !== '/i');
    const negated = given[0]?.bare.toLowerCase() === 'not';
    const [a, b, c, ...others] = negated ? given.slice(1) : given;
    const [left, operator] = [a?.bare.toLowerCase() ?? '', b?.bare.toLowerCase() ?? ''];
    const number = Number(left === 'errorlevel' ? operator : c?.bare);
    const isLevel = /^[%!]errorlevel[%!]$/.test(left) && operator in plain_forms_comparisons;
    const asked = left === 'errorlevel' ? againstZero('geq', number) : isLevel ? againstZero(operator, number) : null;
    const turned = asked && negated ? (asked === '==' ? '!=' : '==') : asked;
    const condition = ofStatus(plain, builder, turned, words);
    const takesTwo = /^(errorlevel|exist|defined|cmdextversion)$/.test(left);
    const takesThree = operator in plain_forms_comparisons || /^(lss|leq)$/.test(operator);
    const rest = takesTwo
        ? [...(c ? [c] : []), ...others]
        : takesThree
            ? others
            : [b, c, ...others].filter(w => w !== undefined);
    return condition ? { kind: 'if', words, condition, rest } : { kind: 'maybe', words, rest };
}

;// CONCATENATED MODULE: ./src/frontends/shell/plain-tokens.ts
const powershell = {
    blank: /(?:[ \t\r]|`\r?\n|<#[\s\S]*?#>|#[^\n]*)+/y,
    remark: /#[^\n]*/y,
    operator: /&&|\|\||[\n;|{}]/y,
    kinds: { '\n': 'end', ';': 'end', '&&': 'and', '||': 'or', '|': 'pipe', '{': 'open', '}': 'close' },
    piece: /@"\r?\n[\s\S]*?\n[ \t]*"@|@'\r?\n[\s\S]*?\n[ \t]*'@|"(?:`[\s\S]|""|[^"`])*"|'(?:''|[^'])*'|\$\(|@?\(|@\{|\$\{[^}]*\}|\$(?:[A-Za-z]+:)?\w+|\$[?$^_]|`[\s\S]|[^\s;|{}()"'`$&]+|[$&@)]/y,
};
const cmd = {
    blank: /(?:[ \t\r,]|\^\r?\n)+/y,
    remark: /(?:@?rem\b|::)[^\n]*/iy,
    operator: /&&|\|\||[\n&|()]/y,
    kinds: { '\n': 'end', '&': 'end', '&&': 'and', '||': 'or', '|': 'pipe', '(': 'open', ')': 'close' },
    piece: /"[^"\n]*"?|%[A-Za-z_]\w*(?::[^%\n]*)?%|![A-Za-z_]\w*!|%%?~?\w|\^[^\n]|[^\s,&|()"%!^]+|[%!^]/y,
};
/** The tokens of a text between two offsets. */
function tokensOf(language, text, start, end) {
    const spelling = language === 'powershell' ? powershell : cmd;
    const tokens = [];
    let at = start;
    while (at < end) {
        const begins = tokens.at(-1)?.kind !== 'word';
        const skipped = lengthAt(spelling.blank, text, at) || (begins ? lengthAt(spelling.remark, text, at) : 0);
        const operator = skipped === 0 ? lengthAt(spelling.operator, text, at) : 0;
        if (operator > 0)
            tokens.push({ kind: spelling.kinds[text.slice(at, at + operator)] ?? 'end', start: at });
        if (skipped + operator > 0)
            at += skipped + operator;
        else {
            const word = readWordToken(language, spelling, text, at, end);
            tokens.push(word);
            at = word.end;
        }
    }
    return tokens;
}
function lengthAt(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0].length ?? 0;
}
function readWordToken(language, spelling, text, start, end) {
    const parts = [];
    const inner = [];
    let at = start;
    while (at < end) {
        const length = lengthAt(spelling.piece, text, at);
        if (length === 0)
            break;
        const piece = text.slice(at, at + length);
        const group = language === 'powershell' && /^([$@]?\(|@\{)$/.test(piece) ? groupEnd(text, at + length - 1, end) : 0;
        if (group > 0) {
            if (piece !== '@{')
                inner.push({ start: at + length, end: group - 1 });
            parts.push({ kind: 'unknown' });
            at = group;
        }
        else {
            parts.push(...partsOf(language, piece));
            at += length;
        }
    }
    const stop = Math.max(at, start + 1);
    const raw = text.slice(start, stop);
    return { kind: 'word', parts, bare: /["'`^]/.test(raw) ? '' : raw, start, end: stop, inner };
}
/** Behind the bracket that closes the one at `at`. */
function groupEnd(text, at, end) {
    let depth = 0;
    for (const match of text.slice(at, end).matchAll(/"(?:`[\s\S]|[^"`])*(?:"|$)|'[^']*(?:'|$)|[({]|[)}]/g)) {
        if (/^[({]$/.test(match[0]))
            depth += 1;
        else if (/^[)}]$/.test(match[0]))
            depth -= 1;
        if (depth === 0)
            return at + match.index + 1;
    }
    return end;
}
function partsOf(language, piece) {
    if (language === 'cmd')
        return cmdParts(piece);
    if (/^@["']/.test(piece))
        return [{ kind: 'text', text: piece.replace(/^@["']\r?\n|\r?\n[ \t]*["']@$/g, '') }];
    if (piece.startsWith("'"))
        return [{ kind: 'text', text: piece.slice(1, -1).replaceAll("''", "'") }];
    if (piece.startsWith('"'))
        return expanded(piece.slice(1, -1));
    if (piece.startsWith('`'))
        return [{ kind: 'text', text: piece.slice(1) }];
    return expanded(piece);
}
const expansion = /\$\{([^{}]*)\}|\$((?:[A-Za-z]+:)?\w+|\?)|(\$\()|`([\s\S])/g;
function expanded(text) {
    const parts = [];
    let at = 0;
    for (const match of text.matchAll(expansion)) {
        const [whole, braced, name = braced, group, escaped] = match;
        if (match.index < at)
            continue;
        parts.push({ kind: 'text', text: text.slice(at, match.index) });
        at = match.index + whole.length;
        if (escaped !== undefined)
            parts.push({ kind: 'text', text: escaped });
        else if (group !== undefined) {
            parts.push({ kind: 'unknown' });
            at = groupEnd(text, match.index + 1, text.length);
        }
        else
            parts.push({ kind: 'variable', name: name ?? '' });
    }
    return [...parts, { kind: 'text', text: text.slice(at) }];
}
function cmdParts(piece) {
    if (/^\^[\s\S]/.test(piece))
        return [{ kind: 'text', text: piece.slice(1) }];
    const text = piece.replaceAll('"', '');
    return text.split(/(%[A-Za-z_]\w*%|![A-Za-z_]\w*!|%[A-Za-z_]\w*:[^%]*%|%%?~?\w)/).map((part) => {
        const [, name] = /^[%!]([A-Za-z_]\w*)[%!]$/.exec(part) ?? [];
        if (name !== undefined)
            return { kind: 'variable', name };
        return /^%/.test(part) && part.length > 1 ? { kind: 'unknown' } : { kind: 'text', text: part };
    });
}

;// CONCATENATED MODULE: ./src/frontends/shell/plain-ways.ts



/** A block that nothing leads to. */
function deadBlock({ builder }) {
    const block = newBlock(builder);
    seal(builder, block);
    return block;
}
/** Goes on where two ways meet. */
function plain_ways_join({ builder }, a, b) {
    if (a === null || b === null)
        return a ?? b;
    const next = newBlock(builder);
    for (const from of [a, b])
        addEdge(builder, from, { to: next });
    seal(builder, next);
    return next;
}
/** Calls a program, which may fail and never stops the script by that. */
function plain_ways_runProgram(reader, words, assigns) {
    const { builder, plain } = reader;
    const [first, ...rest] = words;
    if (!first)
        return { ok: builder.at, failed: null };
    const name = wordValue(plain, builder, first);
    const last = rest.at(-1) ?? first;
    const span = plain_ways_spanOf(plain.file, first.start, last.end);
    const isName = name.kind === 'constant';
    const callee = isName
        ? { kind: 'command', name: String(name.value), directory: plain.directory }
        : { kind: 'unknown' };
    const args = rest.map(word => ({
        name: null,
        value: wordValue(plain, builder, word),
        span: plain_ways_spanOf(plain.file, word.start, word.end),
    }));
    const call = {
        kind: 'call',
        callee,
        arguments: args,
        span,
        name: plain_ways_spanOf(plain.file, first.start, first.end),
    };
    addFact(builder, call);
    bind(builder, kept.status, succeeded);
    if (assigns !== null)
        plain.assign(builder, assigns, { kind: 'result', call });
    const [ok, fails] = [newBlock(builder), newBlock(builder)];
    addEdge(builder, builder.at, { to: ok });
    addEdge(builder, builder.at, { to: fails, when: 'raises', catches: null });
    for (const block of [ok, fails])
        seal(builder, block);
    builder.at = fails;
    bind(builder, kept.status, failed);
    return { ok, failed: fails };
}
/** A place in the script. */
function plain_ways_spanOf(file, start, end) {
    return { file, start, end };
}
/** `exit`, `throw`. */
function end(reader, { status, words }) {
    const { builder } = reader;
    const value = status === 'last' ? lookUp(builder, kept.status) : status;
    const span = plain_ways_spanOf(reader.plain.file, words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
    if (value.kind === 'constant' && Number(value.value) === 0)
        returnFrom(reader, span);
    else if (value.kind === 'constant')
        raise(reader, span);
    else {
        const [yes, no] = [newBlock(builder), newBlock(builder)];
        addFact(builder, {
            kind: 'test',
            value: { kind: 'operation', operator: '==', operands: [value, succeeded], span },
            span,
        });
        addEdge(builder, builder.at, { to: yes, when: 'true' });
        addEdge(builder, builder.at, { to: no, when: 'false' });
        for (const block of [yes, no])
            seal(builder, block);
        builder.at = yes;
        returnFrom(reader, span);
        builder.at = no;
        raise(reader, span);
    }
}
function returnFrom(reader, span) {
    addFact(reader.builder, { kind: 'return', value: { kind: 'unknown' }, span });
    reader.builder.at = deadBlock(reader);
}
/** Ends the script with a failure. */
function raise(reader, span) {
    addFact(reader.builder, { kind: 'raise', value: { kind: 'unknown' }, by: 'raise', span });
    reader.builder.at = deadBlock(reader);
}

;// CONCATENATED MODULE: ./src/frontends/shell/plain.ts







/**
 * Reads PowerShell and `cmd` as far as their commands go. Neither stops when a program fails: every call has a way on, and only
 * a test of the status, `||`, or the end of the script makes something of a failure.
 */
function readPlain({ file, language }) {
    const spoken = language === 'cmd' ? 'cmd' : 'powershell';
    const plain = openPlain(file, spoken);
    const builder = openBuilder(name => plain.free(name), fullEffort());
    bind(builder, kept.status, succeeded);
    const tokens = tokensOf(spoken, file.text, 0, file.text.length);
    const last = tokens.findLastIndex(token => token.kind !== 'end');
    const reader = { plain, builder, tokens, at: 0, depth: 0, conditions: 0, last };
    plain_readBlock(reader);
    const span = { file, start: 0, end: file.text.length };
    const unit = {
        name: file.path,
        label: 'script',
        kind: 'module',
        parent: null,
        file,
        parameters: closeParameters(plain),
        blocks: closeBuilder(builder),
        owner: null,
        decorators: [],
        returns: null,
        generator: false,
        bound: plain.bound,
        span,
    };
    return { units: [unit], classes: [], settings: [], notices: [], stars: [] };
}
const plain_deepest = 100;
function plain_peek(reader) {
    return reader.tokens[reader.at];
}
// Up to the bracket that closes it.
function plain_readBlock(reader) {
    reader.depth += 1;
    for (let token = plain_peek(reader); token; token = plain_peek(reader)) {
        if (token.kind === 'close' && reader.depth > 1)
            break;
        if (token.kind === 'word' || token.kind === 'open')
            readChain(reader);
        else
            reader.at += 1;
    }
    reader.depth -= 1;
}
// `a && b || c | d`, up to the end of the line.
function readChain(reader) {
    let outcome = readOne(reader);
    for (let token = plain_peek(reader); token && /^(and|or|pipe)$/.test(token.kind); token = plain_peek(reader)) {
        reader.at += 1;
        while (plain_peek(reader)?.kind === 'end')
            reader.at += 1;
        const from = token.kind === 'and'
            ? outcome.ok
            : token.kind === 'or'
                ? outcome.failed
                : plain_ways_join(reader, outcome.ok, outcome.failed);
        reader.builder.at = from ?? deadBlock(reader);
        const next = readOne(reader);
        if (token.kind === 'and')
            outcome = { ok: next.ok, failed: plain_ways_join(reader, outcome.failed, next.failed) };
        else if (token.kind === 'or')
            outcome = { ok: plain_ways_join(reader, outcome.ok, next.ok), failed: next.failed };
        else
            outcome = next;
    }
    const isLast = reader.depth === 1 && reader.at > reader.last;
    if (isLast && outcome.failed !== null) {
        reader.builder.at = outcome.failed;
        raise(reader, plain_ways_spanOf(reader.plain.file, reader.tokens.at(-1)?.start ?? 0, reader.tokens.at(-1)?.start ?? 0));
        outcome = { ok: outcome.ok, failed: null };
    }
    reader.builder.at = plain_ways_join(reader, outcome.ok, outcome.failed) ?? deadBlock(reader);
}
function readOne(reader) {
    if (plain_peek(reader)?.kind === 'open') {
        // A block of PowerShell is for the command before it, which may run it or not.
        if (reader.plain.language === 'powershell')
            runBranch(reader, { kind: 'maybe', words: [], rest: [] });
        else
            readGroup(reader);
        return { ok: reader.builder.at, failed: null };
    }
    const words = [];
    for (let token = plain_peek(reader); token?.kind === 'word'; token = plain_peek(reader)) {
        words.push(token);
        reader.at += 1;
    }
    return runWords(reader, words);
}
function readGroup(reader) {
    reader.at += 1;
    if (reader.depth > plain_deepest)
        skipGroup(reader);
    else
        plain_readBlock(reader);
    if (plain_peek(reader)?.kind === 'close')
        reader.at += 1;
}
function skipGroup(reader) {
    for (let depth = 1; depth > 0 && plain_peek(reader); reader.at += 1) {
        if (plain_peek(reader)?.kind === 'open')
            depth += 1;
        if (plain_peek(reader)?.kind === 'close')
            depth -= 1;
        if (depth === 0)
            return;
    }
}
function runWords(reader, words) {
    const form = formOf(reader.plain, reader.builder, words);
    const here = () => ({ ok: reader.builder.at, failed: null });
    for (const word of form.reads ?? words)
        readInner(reader, word);
    switch (form.kind) {
        case 'nothing':
            return here();
        case 'command':
            return plain_ways_runProgram(reader, form.words, form.assigns);
        case 'assign':
            reader.plain.assign(reader.builder, form.name, form.value);
            return here();
        case 'if':
        case 'maybe':
            runBranch(reader, form);
            return here();
        case 'loop':
            runLoop(reader, form);
            return here();
        case 'always':
            plain_runBody(reader, form.rest);
            return here();
        case 'end':
            end(reader, form);
            return { ok: null, failed: null };
    }
}
// Commands in brackets run before the command that takes what they print.
function readInner(reader, word) {
    const { file, language } = reader.plain;
    if (reader.depth > plain_deepest)
        return;
    for (const { start, end: stop } of word.inner) {
        const tokens = tokensOf(language, file.text, start, stop);
        const outer = { tokens: reader.tokens, at: reader.at, depth: reader.depth };
        Object.assign(reader, { tokens, at: 0, depth: reader.depth + 1 });
        plain_readBlock(reader);
        Object.assign(reader, outer);
    }
}
function runBranch(reader, form) {
    if (reader.conditions > plain_deepest)
        return;
    reader.conditions += 1;
    const { builder } = reader;
    const value = form.kind === 'if' ? form.condition : { kind: 'unknown' };
    const [first] = form.words;
    const span = plain_ways_spanOf(reader.plain.file, first?.start ?? 0, form.words.at(-1)?.end ?? 0);
    addFact(builder, { kind: 'test', value, span });
    const from = builder.at;
    const [yes, no] = [newBlock(builder), newBlock(builder)];
    addEdge(builder, from, { to: yes, when: 'true' });
    addEdge(builder, from, { to: no, when: 'false' });
    for (const block of [yes, no])
        seal(builder, block);
    builder.at = yes;
    plain_runBody(reader, form.rest);
    const after = builder.at;
    builder.at = no;
    readElse(reader);
    builder.at = plain_ways_join(reader, after, builder.at) ?? after;
    reader.conditions -= 1;
}
// `for %%x in (\u2026) do \u2026`.
function runLoop(reader, form) {
    if (plain_peek(reader)?.kind === 'open') {
        reader.at += 1;
        skipGroup(reader);
        reader.at += 1;
    }
    const words = [...form.rest];
    for (let token = plain_peek(reader); token?.kind === 'word'; token = plain_peek(reader)) {
        words.push(token);
        reader.at += 1;
    }
    const rest = words[0]?.bare.toLowerCase() === 'do' ? words.slice(1) : words;
    runBranch(reader, { kind: 'maybe', words: form.words, rest });
}
// What is left of the line, or the block that follows.
function plain_runBody(reader, rest) {
    if (rest.length > 0) {
        const outcome = runWords(reader, rest);
        reader.builder.at = plain_ways_join(reader, outcome.ok, outcome.failed) ?? deadBlock(reader);
        return;
    }
    const from = reader.at;
    while (plain_peek(reader)?.kind === 'end')
        reader.at += 1;
    if (plain_peek(reader)?.kind === 'open')
        readGroup(reader);
    else
        reader.at = from;
}
function readElse(reader) {
    const from = reader.at;
    while (plain_peek(reader)?.kind === 'end')
        reader.at += 1;
    const token = plain_peek(reader);
    if (token?.kind !== 'word' || !/^else(if)?$/i.test(token.bare)) {
        reader.at = from;
        return;
    }
    readChain(reader);
}

;// CONCATENATED MODULE: ./src/frontends/shell/prepare.ts
/** Makes a script fit for the parser. */
function prepare_prepare(source) {
    const text = source
        .replaceAll('\0', ' ')
        // A carriage return before the end of a line is no part of a word to whoever wrote it.
        .replace(/\\\r\n/g, ' \\\n')
        .replace(/\r(?=\n|$)/g, ' ')
        // A comment in backticks, in the middle of a command, runs nothing.
        .replace(/`#[^`\n]*`/g, prepare_blank)
        // The grammar has no line that goes on behind the end of the file.
        .replace(/\\\s*$/, prepare_blank)
        // Nor has it brackets around a variable in the text that stands in for another: `${TAG:+ (tag: $TAG)}`.
        .replace(bracketed, '$1 $2 ')
        // Nor has it a text to read behind a redirection; a file to read is the nearest thing that it has.
        .replace(/([0-9&]?>>?&?[ \t]*[\w./&"${}-]+[ \t]*)<<</g, '$1<  ');
    return withoutExcess(text);
}
// Each of its pieces begins with a letter of its own, and is short.
const bracketed = /(\$\{\w{1,80}:?[-+=][^{}()$`\n]{0,200})\(((?:[^(){}$`\n]|\$\{\w{1,80}\}|\$(?=\w)){0,300})\)(?=[^(){}`\n]{0,200}\})/g;
function prepare_blank(text) {
    return text.replace(/[^\n]/g, ' ');
}
// The parser's work grows with the square of these, each where nothing ends it; people write a few dozen at most.
const mostMarks = 2000;
const mostHeads = 300;
const prepare_deepest = 500;
function withoutExcess(text) {
    const lines = text.split('\n');
    const excess = new Set();
    let [marks, heads, depth, begins] = [0, 0, 0, 0];
    for (const [i, line] of lines.entries()) {
        const goesOn = i > 0 && /(\\|[|&])[ \t]*$/.test(lines[i - 1] ?? '');
        if (!goesOn)
            [marks, begins] = [0, i];
        marks += countOf(line, /[|()[\]{}<>]/g);
        heads = isHead(line) ? heads + 1 : line.trim() === '' ? heads : 0;
        depth = Math.max(0, depth + countOf(line, /\(/g) - countOf(line, /\)/g));
        if (marks > mostMarks)
            for (let at = begins; at <= i; at += 1)
                excess.add(at);
        if (marks > mostMarks)
            [marks, begins] = [mostMarks, i];
        if (heads > mostHeads || depth > prepare_deepest)
            excess.add(i);
    }
    if (excess.size === 0)
        return { text, cutAt: 0 };
    const kept = lines.map((line, i) => (excess.has(i) ? prepare_blank(line) : line));
    return { text: kept.join('\n'), cutAt: [...excess].reduce((a, b) => Math.min(a, b)) + 1 };
}
// A line that only begins something: `f()`, `a)`, `a[`, `<<EOF`.
function isHead(line) {
    return /^(<<-?\s*\S*|[^\s()[\]]*\s*(\(\)|\)|\[|=\())$/.test(line.trim());
}
function countOf(line, pattern) {
    return line.match(pattern)?.length ?? 0;
}

;// CONCATENATED MODULE: ./src/frontends/shell/index.ts











/**
 * Shell scripts to units: one for the script, and one for every function in it.
 *
 * **Exit status is control flow.** A command is a `Call`. Where its failure ends the shell, because of `set -e` or a trap, the
 * call has no `raises` edge and so leaves the unit. Where the script goes on, a `raises` edge leads to what runs next. The
 * ways of both meet again only where the script does not tell them apart, so what a check has established holds exactly
 * where the shell could not have come without it.
 *
 * - A reader gets a *target*, the place where a status other than 0 leads, and goes on where the status is 0
 *   (`run(scope, node, failure)`). `a || b`, `if`, `while` and `!` hand down a target of their own and read *leniently*:
 *   `-e` does not count for what somebody looks at, and neither does it in functions that are called from there.
 * - The last command of a script or function decides its status, so its failure leaves the unit.
 * - `exit 0` and `return 0` are a `Return`; any other status is a `Raise`; a status that is not known is asked for.
 * - `$?` is a variable: 0 where a command went well, 1 where it failed. A test of it, or of a copy, is one of a flag.
 * - Parts of a pipe run side by side: none of them waits for the others. With `pipefail` all of them are asked for their
 *   status at its end, without it only the last one is.
 * - A subshell, a part of a pipe and a substitution end by themselves: `exit` leaves no more than them.
 * - A function is read once for each way in which it is started: with `-e` or without, looked at or not, from which folder.
 *   One that can fail by `exit` only has no failing way back to its caller.
 * - `mode.ts` follows `set` and `trap` line by line; where branches differ, the weaker mode holds.
 *
 * Variables are in static single assignment form. What nothing binds is a parameter of the kind `environment`; `$1` is a
 * positional one; a function sees the script's variables as `variable` values. The folder at hand, what was shifted and what
 * was printed are kept in the same way, under names that no variable can have.
 */
function shellFrontend(grammar) {
    return {
        name: 'shell',
        alone: true,
        claims: claimsShell,
        recognises: ({ path, text }) => hasExtension(path) || shebangMode(text) !== null,
        read: file => shell_read(grammar, file, shebangMode(file.text) ?? { errexit: false, pipefail: false }),
        readEmbedded: (embedded) => embedded.language === 'shell' ? shell_read(grammar, embedded.file, embedded.shell) : readPlain(embedded),
        comments: ({ text }) => grammar.parse(prepare_prepare(text).text, root => commentsOf(root, text, shell_shape)),
    };
}
const shell_shape = {
    lists: new Set(['do_group', 'compound_statement', 'case_item']),
    bodies: new Set(['then', 'do_group', 'compound_statement', 'case_item', 'subshell']),
};
/** Whether a file of this path may be a shell script; one without an extension has to say so in its first line. */
function claimsShell(path) {
    return hasExtension(path) || /(^|\/)(s?bin|scripts?|tools|hack|ci|\.ci|hooks)\/([^/]+\/)*[^/.]+$/.test(path);
}
function hasExtension(path) {
    return /\.(sh|bash|zsh|ksh)$/.test(path);
}
function shell_read(grammar, file, shell) {
    const { text, cutAt } = prepare_prepare(file.text);
    const reading = grammar.parse(text, (root, givenUp) => {
        const read = readScript(file, root, shell);
        return givenUp > 0 ? { ...read, notices: [givenUpNotice(file.path, givenUp)] } : read;
    });
    if (cutAt === 0)
        return reading;
    const message = 'So much stands here with nothing to end it that it was left out.';
    return {
        ...reading,
        notices: [...reading.notices, { path: file.path, line: cutAt, kind: 'limit', message }],
    };
}
function readScript(file, root, shell) {
    const script = openScript(file, root);
    const start = { kind: 'module', unit: file.path, label: 'script', lenient: false, directory: '' };
    const others = [...script.outline.functions.values()].flat();
    const mode = startMode(shell);
    const scope = functions_openScope(script, { ...start, mode, locals: new Set(), node: root, others });
    script.builder = scope.builder;
    runList(scope, statementsIn(root), 'exits');
    readUncalled(scope);
    const unit = functions_closeScope(scope, root);
    if (script.effort.spent)
        scope_noteLimit(script, root, 'Reading it would take too long; parts of it were read as unknown.');
    const { units, notices, embedded } = script;
    return { units: [unit, ...units], classes: [], settings: [], stars: [], notices, embedded };
}
function openScript(file, root) {
    return {
        file,
        outline: outlineOf(root),
        units: [],
        embedded: [],
        notices: shell_syntaxNotices(file, root),
        effort: fullEffort(),
        current: new Map(),
        variants: new Map(),
        taken: new Map(),
        readAt: new Set(),
        codes: new Map(),
        environment: new Map(),
        constants: new Map(),
        parameters: [],
        bound: new Map(),
        builder: null,
        words: 300_000,
        depth: 0,
    };
}
function shell_syntaxNotices(file, root) {
    if (!root.hasError)
        return [];
    const line = (root.descendantsOfType('ERROR')[0] ?? shell_firstMissing(root) ?? root).startPosition.row + 1;
    const message = 'The syntax could not be understood here; the rest of the file was read as far as it could be.';
    return [{ path: file.path, line, kind: 'syntax', message }];
}
function shell_firstMissing(root) {
    let at = root;
    while (at && !at.isMissing)
        at = at.children.find(child => child?.hasError || child?.isMissing) ?? null;
    return at;
}

;// CONCATENATED MODULE: ./src/base/lines.ts
/** The place of an offset. An offset inside a line's terminator belongs to that line. */
function lineOf(text, offset) {
    const starts = lineStarts(text);
    const line = lastAtMost(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}
/** Where a line, counted from 1, begins and ends, without its terminator. A line that is not there is empty, at the end. */
function lineSpan(text, line) {
    const starts = lineStarts(text);
    const start = starts[line - 1] ?? text.length;
    const next = starts[line];
    if (next === undefined)
        return { start, end: text.length };
    return { start, end: text[next - 2] === '\r' && next - 2 >= start ? next - 2 : next - 1 };
}
/** The text of a line, counted from 1, without its terminator. */
function lineText(text, line) {
    const { start, end } = lineSpan(text, line);
    return text.slice(start, end);
}
const lines_remembered = new Map();
const mostRemembered = 32;
function lineStarts(text) {
    const known = lines_remembered.get(text);
    if (known)
        return known;
    const starts = findStarts(text);
    const oldest = lines_remembered.keys().next();
    if (lines_remembered.size >= mostRemembered && !oldest.done)
        lines_remembered.delete(oldest.value);
    lines_remembered.set(text, starts);
    return starts;
}
// LF ends a line, with or without a CR before it; a lone CR does not. So count SARIF by default, git, GitHub's file view
// and tree-sitter. A place counted otherwise would stand beside the code it means.
function findStarts(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
function lastAtMost(sorted, limit) {
    let low = 0;
    let high = sorted.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((sorted[middle] ?? 0) <= limit)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

;// CONCATENATED MODULE: ./src/frontends/terraform/expressions.ts


const expressions_most = 100_000;
const expressions_deepest = 60;
function openBudget() {
    const budget = {
        left: expressions_most,
        exceeded: false,
        spend: (depth) => {
            budget.left -= 1;
            const fits = depth <= depthWithin(expressions_deepest) && budget.left >= 0;
            if (!fits)
                budget.exceeded = true;
            return fits;
        },
    };
    return budget;
}
const expressions_unknown = { kind: 'unknown' };
/** What an expression stands for: literals, texts with holes, lists, maps; references by their names; what is computed is unknown. */
function meant(node, depth, budget) {
    if (!budget.spend(depth))
        return expressions_unknown;
    const parts = node.namedChildren.flatMap(child => child ?? []).filter(({ type }) => type !== 'comment');
    const [first] = parts;
    const inside = (part) => meant(part, depth + 1, budget);
    switch (node.type) {
        case 'expression':
            if (first?.type === 'variable_expr')
                return referenceOf(parts);
            return first && parts.length === 1 ? inside(first) : expressions_unknown;
        case 'literal_value':
        case 'template_expr':
        case 'collection_value':
            return first ? inside(first) : expressions_unknown;
        case 'string_lit':
        case 'quoted_template':
        case 'heredoc_template':
            return expressions_textOf(node, parts, inside);
        case 'template_interpolation': {
            const inner = parts.find(({ type }) => type === 'expression');
            return inner ? inside(inner) : expressions_unknown;
        }
        case 'numeric_lit':
            return Number.isFinite(Number(node.text)) ? constant(Number(node.text)) : expressions_unknown;
        case 'bool_lit':
            return constant(node.text === 'true');
        case 'null_lit':
            return constant(null);
        case 'tuple':
            return { kind: 'collection', items: parts.filter(expressions_isExpression).map(inside) };
        case 'object':
            return {
                kind: 'dictionary',
                entries: parts.filter(({ type }) => type === 'object_elem').map(elem => entryOf(elem, inside)),
            };
        case 'function_call':
            return resultOf(parts, inside);
        case 'conditional':
            return mixOf(parts.filter(expressions_isExpression).slice(1).map(inside));
        default:
            return expressions_unknown;
    }
}
function expressions_isExpression({ type }) {
    return type === 'expression';
}
// `var.stage`, `module.churn.name`; a look-up by an index is computed.
function referenceOf(parts) {
    if (parts.some(({ type }) => type !== 'variable_expr' && type !== 'get_attr'))
        return expressions_unknown;
    return { kind: 'name', name: parts.map(({ text }) => text).join(''), from: null, dots: 0 };
}
// The parser leaves out blanks around a hole, so texts are taken from between the holes.
function expressions_textOf(node, parts, inside) {
    const { text, startIndex } = node;
    const [from, to] = contentOf(node.type, text);
    const holes = parts.filter(({ type }) => type.startsWith('template_i') || type === 'template_directive');
    const values = [];
    let at = from;
    for (const hole of holes.filter(({ type }) => !/_(?:start|end)$/.test(type))) {
        values.push(constant(unescaped(text.slice(at, hole.startIndex - startIndex))), inside(hole));
        at = hole.endIndex - startIndex;
    }
    values.push(constant(unescaped(text.slice(at, to))));
    const [only, second] = values.filter(value => value.kind !== 'constant' || value.value !== '');
    if (!only)
        return constant('');
    if (!second && only.kind === 'constant')
        return only;
    return { kind: 'text', parts: values };
}
function contentOf(type, text) {
    if (type !== 'heredoc_template')
        return [1, text.length - 1];
    return [text.indexOf('\n') + 1, Math.max(text.lastIndexOf('\n'), 0) + 1];
}
function unescaped(text) {
    return text.replace(/\\(["\\])/g, '$1');
}
function entryOf(elem, inside) {
    const key = elem.childForFieldName('key');
    const value = elem.childForFieldName('val');
    // A bare word in place of a key is that word.
    const bare = key && /^[\w-]+$/.test(key.text) ? constant(key.text) : null;
    return { key: bare ?? (key ? inside(key) : expressions_unknown), value: value ? inside(value) : expressions_unknown };
}
// Functions that give back what they are given, as far as it matters here.
const same = new Set([
    'jsonencode',
    'tostring',
    'tonumber',
    'trimspace',
    'lower',
    'nonsensitive',
    'sensitive',
]);
const either = new Set(['coalesce', 'try']);
function resultOf(parts, inside) {
    const name = parts[0]?.text ?? '';
    const list = parts.find(({ type }) => type === 'function_arguments');
    const args = (list?.namedChildren ?? []).flatMap(child => (child && expressions_isExpression(child) ? [child] : []));
    const [first] = args;
    if (first && args.length === 1 && same.has(name))
        return inside(first);
    return args.length > 0 && either.has(name) ? mixOf(args.map(inside)) : expressions_unknown;
}

;// CONCATENATED MODULE: ./src/frontends/terraform/blocks.ts


/** The blocks of a file, and the settings that stand in none of them. */
function blocks_readBody(file, root) {
    const budget = openBudget();
    const body = blocks_partsOf(root).find(({ type }) => type === 'body');
    const parts = body ? blocks_partsOf(body) : [];
    const settings = parts.filter(({ type }) => type === 'attribute');
    const blocks = parts.flatMap(part => (part.type === 'block' ? declaredBy(file, part, budget) : []));
    const value = { kind: 'dictionary', entries: settings.flatMap(part => settingOf(part, budget)) };
    const span = { file, start: 0, end: 0 };
    const own = settings.length > 0 ? [{ type: '', labels: [], value, span }] : [];
    return { blocks: [...own, ...blocks], complete: !budget.exceeded };
}
function blocks_partsOf(node) {
    return node.namedChildren.flatMap(child => child ?? []);
}
function declaredBy(file, block, budget) {
    const { type, labels } = headOf(block);
    const span = { file, start: block.startIndex, end: block.endIndex };
    return { type, labels, value: blocks_bodyOf(block, 0, budget), span };
}
function headOf(block) {
    const [type = '', ...labels] = blocks_partsOf(block).flatMap(part => {
        if (part.type === 'identifier')
            return [part.text];
        return part.type === 'string_lit' ? [part.text.slice(1, -1)] : [];
    });
    return { type, labels };
}
function settingOf(attribute, budget) {
    const [key, value] = blocks_partsOf(attribute);
    return key && value ? [{ key: constant(key.text), value: meant(value, 0, budget) }] : [];
}
function blocks_bodyOf(block, depth, budget) {
    const body = blocks_partsOf(block).find(({ type }) => type === 'body');
    const found = [];
    for (const part of body ? blocks_partsOf(body) : []) {
        if (!budget.spend(depth))
            break;
        if (part.type === 'attribute')
            for (const { key, value } of settingOf(part, budget))
                if (key?.kind === 'constant')
                    found.push([String(key.value), value]);
        if (part.type === 'block')
            found.push(innerOf(part, depth, budget));
    }
    return { kind: 'dictionary', entries: blocks_grouped(found) };
}
// `dynamic "alarms" { content { \u2026 } }` makes blocks of the name in its label.
function innerOf(block, depth, budget) {
    const { type, labels } = headOf(block);
    const value = blocks_bodyOf(block, depth + 1, budget);
    const content = value.entries.find(({ key }) => key?.kind === 'constant' && key.value === 'content');
    return type === 'dynamic' && labels[0] ? [labels[0], content?.value ?? value] : [type, value];
}
// A block may stand several times, which makes a list.
function blocks_grouped(found) {
    const byName = new Map();
    for (const [name, value] of found)
        byName.set(name, [...(byName.get(name) ?? []), value]);
    return [...byName].flatMap(([name, values]) => {
        const [first] = values;
        if (!first)
            return [];
        return [
            { key: constant(name), value: values.length === 1 ? first : { kind: 'collection', items: values } },
        ];
    });
}

;// CONCATENATED MODULE: ./src/frontends/terraform/kinds.ts
/** Whether a path is that of a configuration of Terraform or OpenTofu, or of values for one. */
function claimsTerraform(path) {
    return /\.(?:tf|tofu|tfvars)$/.test(path);
}

;// CONCATENATED MODULE: ./src/frontends/terraform/index.ts





/** Terraform and OpenTofu: what their files declare. Nothing in them runs by itself. */
function terraformFrontend(grammar) {
    return {
        name: 'terraform',
        alone: true,
        claims: claimsTerraform,
        // The end of a long text needs a line of its own, and files may lack the last one.
        read: file => grammar.parse(`${file.text}\n`, (root, givenUp) => terraform_readFile(file, root, givenUp)),
        comments: ({ text }) => grammar.parse(`${text}\n`, root => commentsOf(root, text, terraform_shape)),
    };
}
const terraform_shape = { lists: new Set(['body']), bodies: new Set(['body']) };
function terraform_readFile(file, root, givenUp) {
    const { blocks, complete } = blocks_readBody(file, root);
    const broken = root.hasError ? brokenAt(file, root) : null;
    const notices = broken ? [broken] : [];
    if (!complete)
        notices.push({ path: file.path, line: 0, kind: 'limit', message: tooMuch });
    if (givenUp > 0)
        notices.push(givenUpNotice(file.path, givenUp));
    const declared = { blocks, broken: notices.length > 0 };
    return { units: [], classes: [], settings: [], stars: [], notices, declared };
}
const tooMuch = 'It holds more, or is nested deeper, than is read.';
const message = 'The configuration could not be understood here; the rest of the file was read as far as it could be.';
function brokenAt(file, root) {
    return { path: file.path, line: lineOf(file.text, problemIn(root)).line, kind: 'syntax', message };
}
// The first place that the parser made no sense of.
function problemIn(root) {
    let at = root;
    for (let depth = 0; depth < 200 && at.type !== 'ERROR' && !at.isMissing; depth += 1) {
        const inner = at.children.find(child => child?.hasError || child?.isMissing);
        if (!inner)
            break;
        at = inner;
    }
    return at.startIndex;
}

;// CONCATENATED MODULE: ./src/reader/index.ts







const frontends = { python: pythonFrontend, shell: shellFrontend, terraform: terraformFrontend };
// What a thread does that reads files for a scan.
void serve(async ({ runtime, grammars, seconds, bounds }) => {
    const opened = new Map(await Promise.all(Object.entries(grammars).map(async ([name, bytes]) => {
        const grammar = await loadGrammar(runtime, bytes, seconds);
        return [name, frontends[name](grammar)];
    })));
    return ({ file, by }) => {
        const frontend = opened.get(by);
        if (!frontend)
            throw new Error(`no grammar for ${by}`);
        const read = { ...file };
        const reading = withBounds(bounds, () => frontend.read(read));
        const sent = { file: Object.assign(read, { text: '' }), reading };
        return toBytes(sent);
    };
});

module.exports = __webpack_exports__;
/******/ })()
;