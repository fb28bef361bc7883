// What a real node of the test cluster needs beside Kubernetes, in one static binary: the little commands that its pods
// run, the CSI driver of the node and the relay that leads from it to the API server. The name it is called by picks
// the command, or else the first argument.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A command takes its arguments, without its own name.
type command func(arguments []string) error

var commands = map[string]command{
	"cat":        cat,
	"ls":         ls,
	"write":      write,
	"sleep":      sleep,
	"endure":     endure,
	"serve":      serve,
	"get":        get,
	"relay":      relay,
	"csi-driver": csiDriver,
}

func main() {
	name, arguments := filepath.Base(os.Args[0]), os.Args[1:]
	if commands[name] == nil && len(arguments) > 0 {
		name, arguments = arguments[0], arguments[1:]
	}
	run := commands[name]
	if run == nil {
		fmt.Fprintf(os.Stderr, "%q is none of %s\n", name, strings.Join(names(), ", "))
		os.Exit(2)
	}
	if err := run(arguments); err != nil {
		fmt.Fprintf(os.Stderr, "%s: %s\n", name, err)
		os.Exit(1)
	}
}

func names() []string {
	var all []string
	for name := range commands {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}
