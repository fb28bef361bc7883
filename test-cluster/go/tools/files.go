package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

// cat prints files.
func cat(files []string) error {
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			return plain(err)
		}
		defer file.Close()
		if _, err := io.Copy(os.Stdout, file); err != nil {
			return plain(err)
		}
	}
	return nil
}

// ls prints the names in directories.
func ls(directories []string) error {
	for _, directory := range directories {
		entries, err := os.ReadDir(directory)
		if err != nil {
			return plain(err)
		}
		for _, entry := range entries {
			fmt.Println(entry.Name())
		}
	}
	return nil
}

// write makes a file of its further arguments.
func write(arguments []string) error {
	if len(arguments) < 1 {
		return errors.New("usage: write FILE [WORD]...")
	}
	text := strings.Join(arguments[1:], " ") + "\n"
	return plain(os.WriteFile(arguments[0], []byte(text), 0o644))
}

// endure goes on until it is killed, whatever it is asked before.
func endure([]string) error {
	signal.Ignore(syscall.SIGTERM, syscall.SIGINT)
	for {
		time.Sleep(time.Hour)
	}
}

// sleep waits for so many seconds, or for a signal.
func sleep(arguments []string) error {
	if len(arguments) != 1 {
		return errors.New("usage: sleep SECONDS|infinity")
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, syscall.SIGINT)
	var end <-chan time.Time
	if arguments[0] != "infinity" {
		duration, err := time.ParseDuration(arguments[0] + "s")
		if err != nil {
			return err
		}
		end = time.After(duration)
	}
	select {
	case <-stop:
	case <-end:
	}
	return nil
}

// plain words an error as other systems' tools do: "/data/x: Read-only file system".
func plain(err error) error {
	var failure *fs.PathError
	var number syscall.Errno
	if errors.As(err, &failure) && errors.As(err, &number) {
		text := number.Error()
		return fmt.Errorf("%s: %s", failure.Path, strings.ToUpper(text[:1])+text[1:])
	}
	return err
}
